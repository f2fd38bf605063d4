package io.perfwatch.sampler.memory;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Memory;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code memory} from {@code /proc/meminfo}. */
public final class MemorySampler extends DifferenceSampler<long[]> {
    private static final Fields MEMINFO =
            new Fields(
                    List.of(
                            "MemTotal",
                            "MemAvailable",
                            "MemFree",
                            "Cached",
                            "Buffers",
                            "SwapTotal",
                            "SwapFree"));

    private final KernelFile meminfo;

    public MemorySampler(HostRoot root) {
        this.meminfo = new KernelFile(root.proc("meminfo"));
    }

    @Override
    public String family() {
        return "memory";
    }

    @Override
    protected long[] read() throws IOException {
        return parse(meminfo.read());
    }

    static long[] parse(Text text) {
        return MEMINFO.read(text);
    }

    @Override
    protected Memory compare(long[] previous, long[] current, double seconds) {
        return from(current, seconds);
    }

    static Memory from(long[] kibibytes, double seconds) {
        Long total = bytes(kibibytes[0]);
        Long available = bytes(kibibytes[1]);
        Long swapTotal = bytes(kibibytes[5]);
        Long swapFree = bytes(kibibytes[6]);
        return new Memory(
                interval(seconds),
                total,
                total == null || available == null ? null : total - available,
                available,
                bytes(kibibytes[2]),
                bytes(kibibytes[3]),
                bytes(kibibytes[4]),
                swapTotal,
                swapTotal == null || swapFree == null ? null : swapTotal - swapFree);
    }

    private static @Nullable Long bytes(long kibibytes) {
        return kibibytes == Fields.ABSENT ? null : kibibytes * 1024;
    }
}
