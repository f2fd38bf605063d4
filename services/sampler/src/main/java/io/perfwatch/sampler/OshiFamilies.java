package io.perfwatch.sampler;

import io.perfwatch.sampler.cpu.OshiCpuSampler;
import io.perfwatch.sampler.disk.OshiDiskSampler;
import io.perfwatch.sampler.filesystem.OshiFilesystemSampler;
import io.perfwatch.sampler.load.OshiLoadSampler;
import io.perfwatch.sampler.memory.OshiMemorySampler;
import io.perfwatch.sampler.network.OshiNetworkSampler;
import io.perfwatch.sampler.network.OshiTcpSampler;
import io.perfwatch.sampler.network.OshiUdpSampler;
import io.perfwatch.sampler.process.OshiProcessSampler;
import io.perfwatch.sampler.sensor.OshiSensorSampler;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.FamilySampler;
import io.perfwatch.sampling.NotMeasuredException;
import io.perfwatch.sampling.Outcome;
import java.util.Map;
import java.util.function.Supplier;

/** What measures each family on macOS and Windows, and on Linux if one asks for it. */
record OshiFamilies(SamplerProperties properties) {

    Map<String, Supplier<FamilySampler>> samplers() {
        Oshi oshi = new Oshi();
        return Map.ofEntries(
                Map.entry("cpu", () -> new OshiCpuSampler(oshi)),
                Map.entry("load", () -> new OshiLoadSampler(oshi)),
                Map.entry("pressure", () -> new NotMeasured("pressure")),
                Map.entry("memory", () -> new OshiMemorySampler(oshi)),
                Map.entry("disks", () -> new OshiDiskSampler(oshi)),
                Map.entry("filesystems", () -> new OshiFilesystemSampler(oshi)),
                Map.entry("networks", () -> new OshiNetworkSampler(oshi)),
                Map.entry("tcp", () -> new OshiTcpSampler(oshi)),
                Map.entry("udp", () -> new OshiUdpSampler(oshi)),
                Map.entry("sockets", () -> new NotMeasured("sockets")),
                Map.entry("cgroups", () -> new NotMeasured("cgroups")),
                Map.entry("sensors", () -> new OshiSensorSampler(oshi)),
                Map.entry("processes", () -> processes(oshi)));
    }

    private FamilySampler processes(Oshi oshi) {
        return new OshiProcessSampler(oshi, properties.topProcesses(), properties.commandLines());
    }

    /** What only Linux has. */
    private record NotMeasured(String family) implements FamilySampler {
        @Override
        public Outcome sample(long nanoTime) throws NotMeasuredException {
            throw new NotMeasuredException("only the files of a Linux kernel tell it");
        }
    }
}
