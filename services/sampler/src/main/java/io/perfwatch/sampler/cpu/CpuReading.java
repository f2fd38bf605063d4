package io.perfwatch.sampler.cpu;

import io.perfwatch.sampler.source.MalformedTextException;
import io.perfwatch.sampler.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /proc/stat} at one moment.
 *
 * @param cores by number, null where the CPU is offline
 */
record CpuReading(CpuTimes total, List<@Nullable CpuTimes> cores) {

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
            int number = (int) text.number();
            while (cores.size() < number) {
                cores.add(null);
            }
            cores.add(CpuTimes.from(text));
            text.nextLine();
        }
        return new CpuReading(total, cores);
    }

    @Nullable CpuTimes core(int number) {
        return number < cores.size() ? cores.get(number) : null;
    }
}
