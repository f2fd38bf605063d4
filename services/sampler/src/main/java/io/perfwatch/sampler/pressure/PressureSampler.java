package io.perfwatch.sampler.pressure;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Pressure;
import io.perfwatch.metric.PressureStall;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.NotMeasuredException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code pressure} from {@code /proc/pressure}; {@code irq} is there from Linux 6.1 on. */
public final class PressureSampler extends DifferenceSampler<Map<String, StallReading>> {
    private static final List<String> RESOURCES = List.of("cpu", "memory", "io", "irq");
    private static final String NO_PRESSURE =
            "this kernel counts no pressure (needs CONFIG_PSI, and psi=1 on its command line)";

    private final Map<String, KernelFile> files = new LinkedHashMap<>();

    public PressureSampler(HostRoot root) {
        for (String resource : RESOURCES) {
            files.put(resource, new KernelFile(root.proc("pressure/" + resource)));
        }
    }

    @Override
    public String family() {
        return "pressure";
    }

    @Override
    protected Map<String, StallReading> read() throws IOException {
        Map<String, StallReading> readings = new LinkedHashMap<>();
        for (Map.Entry<String, KernelFile> file : List.copyOf(files.entrySet())) {
            try {
                readings.put(file.getKey(), StallReading.from(file.getValue().readShort()));
            } catch (IOException e) {
                files.remove(file.getKey());
            }
        }
        if (readings.isEmpty()) {
            throw new NotMeasuredException(NO_PRESSURE);
        }
        return readings;
    }

    @Override
    protected Pressure compare(
            Map<String, StallReading> previous, Map<String, StallReading> current, double seconds) {
        return from(previous, current, seconds);
    }

    static Pressure from(
            Map<String, StallReading> previous, Map<String, StallReading> current, double seconds) {
        Map<String, PressureStall> stalls = new LinkedHashMap<>();
        current.forEach((resource, now) -> {
            StallReading before = previous.get(resource);
            if (before != null) {
                stalls.put(resource, now.since(before, seconds));
            }
        });
        return new Pressure(interval(seconds), stalls);
    }
}
