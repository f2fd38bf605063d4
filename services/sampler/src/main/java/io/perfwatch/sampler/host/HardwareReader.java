package io.perfwatch.sampler.host;

import io.perfwatch.metric.HostEvent.Hardware;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the host is made of, from {@code /proc/cpuinfo} and {@code /proc/meminfo}. */
public final class HardwareReader {
    private static final Fields MEMINFO = new Fields(List.of("MemTotal"));

    private final HostRoot root;

    public HardwareReader(HostRoot root) {
        this.root = root;
    }

    public Hardware read() throws IOException {
        Text cpus = new KernelFile(root.proc("cpuinfo")).read();
        Hardware hardware = from(Text.of(cpus.toString()));
        long kibibytes = MEMINFO.read(new KernelFile(root.proc("meminfo")).read())[0];
        return new Hardware(
                hardware.cpuModel(),
                hardware.sockets(),
                hardware.cores(),
                hardware.threads(),
                kibibytes == Fields.ABSENT ? null : kibibytes * 1024);
    }

    /** Without memory. ARM says neither model nor socket. */
    static Hardware from(Text cpus) {
        String model = null;
        String socket = "";
        int threads = 0;
        Set<String> sockets = new HashSet<>();
        Set<String> cores = new HashSet<>();
        while (cpus.hasMore()) {
            String name = cpus.until(':').strip();
            String value = cpus.line();
            switch (name) {
                case "processor" -> threads++;
                case "model name" -> model = value;
                case "physical id" -> socket = value;
                case "core id" -> cores.add(socket + "/" + value);
                default -> {}
            }
            if (name.equals("physical id")) {
                sockets.add(value);
            }
            cpus.nextLine();
        }
        return new Hardware(
                model, positive(sockets.size()), positive(cores.size()), positive(threads), null);
    }

    private static @Nullable Integer positive(int count) {
        return count > 0 ? count : null;
    }
}
