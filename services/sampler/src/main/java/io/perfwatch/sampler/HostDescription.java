package io.perfwatch.sampler;

import io.perfwatch.metric.HostEvent.Hardware;
import io.perfwatch.sampler.host.HardwareReader;
import io.perfwatch.sampling.HostFacts;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.HostSoftware;
import io.perfwatch.sampling.ProbeVersion;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the inventory says of this host. */
final class HostDescription {
    private static final Logger log = LoggerFactory.getLogger(HostDescription.class);

    private final Map<String, String> labels;
    private final HostSoftware software;
    private final HardwareReader hardware;

    HostDescription(SamplerProperties properties, HostRoot root) {
        this.labels = properties.labels();
        this.software = new HostSoftware(root);
        this.hardware = new HardwareReader(root);
    }

    HostFacts read(Map<String, String> unavailable) {
        return new HostFacts(
                ProbeVersion.of(HostDescription.class),
                software.machineIdHash(),
                software.bootId(),
                labels,
                software.operatingSystem(),
                hardware(),
                unavailable);
    }

    private @Nullable Hardware hardware() {
        try {
            return hardware.read();
        } catch (IOException e) {
            log.debug("no hardware in the inventory", e);
            return null;
        }
    }
}
