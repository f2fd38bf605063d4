package io.perfwatch.perfcounter;

import io.perfwatch.sampling.HostFacts;
import java.util.Map;

/** What the inventory says of this host. */
final class HostDescription {
    private final Map<String, String> labels;

    HostDescription(PerfCounterProperties properties) {
        this.labels = properties.labels();
    }

    HostFacts read(Map<String, String> unavailable) {
        return new HostFacts("0.1.0", null, null, labels, null, null, unavailable);
    }
}
