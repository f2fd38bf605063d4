package io.perfwatch.persister.storage;

import java.util.List;
import java.util.stream.Stream;

/** What is stored together or not at all. */
public record Batch(List<Minute> minutes, List<Document> documents, List<Watermark> watermarks) {
    public Batch {
        minutes = List.copyOf(minutes);
        documents = List.copyOf(documents);
        watermarks = List.copyOf(watermarks);
    }

    /** What hosts say of themselves, tombstones left out. */
    List<HostDocument> descriptions() {
        return hostDocuments().filter(d -> !d.isTombstone()).toList();
    }

    List<HostDocument> tombstones() {
        return hostDocuments().filter(HostDocument::isTombstone).toList();
    }

    private Stream<HostDocument> hostDocuments() {
        return documents.stream()
                .filter(HostDocument.class::isInstance)
                .map(HostDocument.class::cast);
    }

    boolean hasAnnotations() {
        return documents.stream().anyMatch(AnnotationDocument.class::isInstance);
    }
}
