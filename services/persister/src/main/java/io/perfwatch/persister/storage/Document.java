package io.perfwatch.persister.storage;

/** A record of a compacted topic: what it says holds until the next one of its key. */
public sealed interface Document permits HostDocument, AnnotationDocument {}
