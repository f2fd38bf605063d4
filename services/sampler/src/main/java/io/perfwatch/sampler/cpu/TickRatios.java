package io.perfwatch.sampler.cpu;

import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampler.source.Rounding;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor.TickType;

/**
 * How OSHI's ticks of one CPU, or of all, divide up.
 *
 * @param spent by {@link TickType#getIndex}
 * @param all sum of them; 0 if a counter went back
 * @param counted the states that this platform tells apart; the others are absent, not 0
 */
record TickRatios(Numbers spent, long all, Set<TickType> counted) {
    private static final Set<TickType> MACOS =
            EnumSet.of(TickType.USER, TickType.NICE, TickType.SYSTEM, TickType.IDLE);
    private static final Set<TickType> WINDOWS =
            EnumSet.of(
                    TickType.USER, TickType.SYSTEM, TickType.IDLE, TickType.IRQ, TickType.SOFTIRQ);

    static TickRatios between(Numbers before, Numbers after, Oshi oshi) {
        long[] spent = new long[after.count()];
        boolean broken = false;
        for (int i = 0; i < spent.length; i++) {
            spent[i] = after.get(i) - before.get(i);
            broken |= spent[i] < 0;
        }
        long all = broken ? 0 : Arrays.stream(spent).sum();
        return new TickRatios(Numbers.of(spent), all, counted(oshi));
    }

    private static Set<TickType> counted(Oshi oshi) {
        if (oshi.isMacOs()) {
            return MACOS;
        }
        return oshi.isWindows() ? WINDOWS : EnumSet.allOf(TickType.class);
    }

    @Nullable Double of(TickType state) {
        return counted.contains(state) ? Rounding.ratio(spent.get(state.getIndex()), all) : null;
    }

    @Nullable Double busy() {
        long idle = spent.get(TickType.IDLE.getIndex()) + spent.get(TickType.IOWAIT.getIndex());
        return Rounding.ratio(all - idle, all);
    }
}
