package io.perfwatch.persister.storage;

import java.time.Instant;

/** A record of a compacted topic: what it says holds until the next one of its key. */
public sealed interface Document permits HostDocument, AnnotationDocument {
    /** When the broker took it. */
    Instant append();

    /** About how much memory it takes. */
    long bytes();
}
