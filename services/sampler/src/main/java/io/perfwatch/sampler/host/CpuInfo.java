package io.perfwatch.sampler.host;

import io.perfwatch.sampler.source.Text;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /proc/cpuinfo} says. x86 names the model, the sockets and the cores; ARM writes
 * numbers for the model, of which a host may have several, and neither sockets nor cores.
 */
final class CpuInfo {
    private @Nullable String model;
    private String implementer = "";
    private String socket = "";
    private int threads;
    private final Set<String> parts = new LinkedHashSet<>();
    private final Set<String> sockets = new HashSet<>();
    private final Set<String> cores = new HashSet<>();

    private CpuInfo() {}

    static CpuInfo from(Text text) {
        CpuInfo cpus = new CpuInfo();
        while (text.hasMore()) {
            String name = text.until(':').strip();
            cpus.take(name, text.line());
            text.nextLine();
        }
        return cpus;
    }

    private void take(String name, String value) {
        switch (name) {
            case "processor" -> threads++;
            case "model name" -> model = value;
            case "physical id" -> {
                socket = value;
                sockets.add(value);
            }
            case "core id" -> cores.add(socket + "/" + value);
            case "CPU implementer" -> implementer = value;
            case "CPU part" -> parts.add(implementer + "/" + value);
            default -> {}
        }
    }

    /** Several where the cores are of several kinds: {@code Arm Cortex-A53 + Arm Cortex-A72}. */
    @Nullable String model() {
        return parts.isEmpty() ? model : ArmCpus.names(parts);
    }

    /** 0 if it does not say. */
    int sockets() {
        return sockets.size();
    }

    /** 0 if it does not say. */
    int cores() {
        return cores.size();
    }

    /** 0 if it does not say. */
    int threads() {
        return threads;
    }
}
