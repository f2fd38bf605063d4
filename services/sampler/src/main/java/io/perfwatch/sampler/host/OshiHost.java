package io.perfwatch.sampler.host;

import io.perfwatch.metric.HostEvent.Disk;
import io.perfwatch.metric.HostEvent.Hardware;
import io.perfwatch.metric.HostEvent.Interface;
import io.perfwatch.metric.HostEvent.OperatingSystem;
import io.perfwatch.sampler.disk.OshiDiskSampler;
import io.perfwatch.sampler.network.NetworkSampler;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.HostSoftware;
import io.perfwatch.sampling.HostSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/** What the host is, from OSHI. */
public final class OshiHost implements HostSource {
    private final Oshi oshi;

    public OshiHost(Oshi oshi) {
        this.oshi = oshi;
    }

    /** Of the firmware's; OSHI says {@code unknown} where only root may see it. */
    @Override
    public @Nullable String machineIdHash() {
        String id = oshi.hardware().getComputerSystem().getHardwareUUID();
        return id.equals("unknown") ? null : HostSoftware.hash(id);
    }

    @Override
    public @Nullable String bootId() {
        return null;
    }

    @Override
    public OperatingSystem operatingSystem() {
        oshi.software.os.OperatingSystem system = oshi.operatingSystem();
        return new OperatingSystem(
                system.toString(),
                system.getVersionInfo().getBuildNumber(),
                HostSoftware.architecture(System.getProperty("os.arch")),
                oshi.hardware().getVirtualization().orElse(null),
                Instant.ofEpochSecond(system.getSystemBootTime()));
    }

    /** Without caches: it does not say how many there are. */
    public Hardware hardware() {
        HardwareAbstractionLayer hardware = oshi.hardware();
        CentralProcessor processor = hardware.getProcessor();
        return new Hardware(
                processor.getProcessorIdentifier().getName(),
                processor.getPhysicalPackageCount(),
                processor.getPhysicalProcessorCount(),
                processor.getLogicalProcessorCount(),
                hardware.getMemory().getTotal(),
                null,
                hardware.getDiskStores().stream().map(OshiHost::disk).toList(),
                interfaces(hardware.getNetworkIFs(true)));
    }

    private static Disk disk(HWDiskStore disk) {
        return new Disk(OshiDiskSampler.name(disk), disk.getModel(), disk.getSize(), null);
    }

    private static List<Interface> interfaces(List<NetworkIF> all) {
        return all.stream()
                .filter(i -> NetworkSampler.isShown(i.getName()))
                .map(i -> new Interface(i.getName(), null, i.getMTU()))
                .toList();
    }
}
