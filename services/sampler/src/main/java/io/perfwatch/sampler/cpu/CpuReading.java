package io.perfwatch.sampler.cpu;

import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.MalformedTextException;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /proc/stat} at one moment.
 *
 * @param cores by number, null where the CPU is offline
 * @param counts switches, interrupts, forks, running, blocked
 * @param kilohertz by number, empty if the kernel does not tell
 */
record CpuReading(
        CpuTimes total, List<@Nullable CpuTimes> cores, Numbers counts, Numbers kilohertz) {
    /** Linux can be built for 8192. */
    private static final int HIGHEST_NUMBER = 65_535;

    /** The counts are of these, in this order. */
    private static final Fields COUNTS =
            new Fields(List.of("ctxt", "intr", "processes", "procs_running", "procs_blocked"));

    /**
     * @throws MalformedTextException if the line of all CPUs is missing or cut
     */
    static CpuReading from(Text text) {
        if (!text.skip("cpu ")) {
            text.number();
        }
        CpuTimes total = CpuTimes.from(text);
        text.nextLine();
        List<@Nullable CpuTimes> cores = new ArrayList<>();
        while (text.skip("cpu")) {
            long number = text.number();
            if (number < cores.size() || number > HIGHEST_NUMBER) {
                throw new MalformedTextException("no CPU can be number " + number);
            }
            while (cores.size() < number) {
                cores.add(null);
            }
            cores.add(CpuTimes.from(text));
            text.nextLine();
        }
        return new CpuReading(total, cores, COUNTS.read(text), Numbers.of());
    }

    CpuReading withFrequencies(Numbers frequencies) {
        return new CpuReading(total, cores, counts, frequencies);
    }

    @Nullable Double hertz(int core) {
        boolean known = core < kilohertz.count() && kilohertz.get(core) != Fields.ABSENT;
        return known ? kilohertz.get(core) * 1000.0 : null;
    }

    @Nullable CpuTimes core(int number) {
        return number < cores.size() ? cores.get(number) : null;
    }
}
