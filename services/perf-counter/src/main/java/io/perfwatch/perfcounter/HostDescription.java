package io.perfwatch.perfcounter;

import io.perfwatch.sampling.HostFacts;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.HostSoftware;
import io.perfwatch.sampling.ProbeVersion;
import java.util.Map;

/** What the inventory says of this host; the hardware is the sampler's matter. */
final class HostDescription {
    private final Map<String, String> labels;
    private final HostSoftware software;

    HostDescription(PerfCounterProperties properties, HostRoot root) {
        this.labels = properties.labels();
        this.software = new HostSoftware(root);
    }

    HostFacts read(Map<String, String> unavailable) {
        return new HostFacts(
                ProbeVersion.of(HostDescription.class),
                software.machineIdHash(),
                software.bootId(),
                labels,
                software.operatingSystem(),
                null,
                unavailable);
    }
}
