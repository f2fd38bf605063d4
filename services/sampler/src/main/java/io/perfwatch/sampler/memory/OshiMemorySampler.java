package io.perfwatch.sampler.memory;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.perSecond;

import io.perfwatch.metric.Memory;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.DifferenceSampler;
import oshi.hardware.GlobalMemory;
import oshi.hardware.VirtualMemory;

/** {@code memory} from OSHI: what there is, what is available, and swapping. */
public final class OshiMemorySampler extends DifferenceSampler<OshiMemorySampler.Reading> {
    private final GlobalMemory memory;

    /**
     * @param swappedIn pages since the start
     * @param swappedOut pages since the start
     */
    record Reading(
            long total,
            long available,
            long swapTotal,
            long swapUsed,
            long swappedIn,
            long swappedOut) {}

    public OshiMemorySampler(Oshi oshi) {
        this.memory = oshi.hardware().getMemory();
    }

    @Override
    public String family() {
        return "memory";
    }

    @Override
    protected Reading read() {
        VirtualMemory swap = memory.getVirtualMemory();
        return new Reading(
                memory.getTotal(),
                memory.getAvailable(),
                swap.getSwapTotal(),
                swap.getSwapUsed(),
                swap.getSwapPagesIn(),
                swap.getSwapPagesOut());
    }

    @Override
    protected Memory compare(Reading before, Reading now, double seconds) {
        long page = memory.getPageSize();
        return new Memory(
                interval(seconds),
                now.total,
                now.total - now.available,
                now.available,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now.swapTotal,
                now.swapUsed,
                perSecond(before.swappedIn, now.swappedIn, seconds, page),
                perSecond(before.swappedOut, now.swappedOut, seconds, page),
                null,
                null,
                null,
                null,
                null);
    }
}
