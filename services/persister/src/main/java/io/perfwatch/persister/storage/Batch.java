package io.perfwatch.persister.storage;

import java.util.List;

/** What is stored together or not at all. */
public record Batch(List<Minute> minutes, List<HostDocument> hosts, List<Watermark> watermarks) {
    public Batch {
        minutes = List.copyOf(minutes);
        hosts = List.copyOf(hosts);
        watermarks = List.copyOf(watermarks);
    }
}
