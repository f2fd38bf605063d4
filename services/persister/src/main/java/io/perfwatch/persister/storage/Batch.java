package io.perfwatch.persister.storage;

import java.util.List;

/** What is stored together or not at all. */
public record Batch(List<Minute> minutes, List<Document> documents, List<Watermark> watermarks) {
    public Batch {
        minutes = List.copyOf(minutes);
        documents = List.copyOf(documents);
        watermarks = List.copyOf(watermarks);
    }
}
