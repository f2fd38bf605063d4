package io.perfwatch.sampler.cpu;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.perSecond;

import io.perfwatch.metric.Cpu;
import io.perfwatch.metric.CpuCores;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.DifferenceSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** {@code cpu} from OSHI. */
public final class OshiCpuSampler extends DifferenceSampler<OshiCpuSampler.Reading> {
    private final Oshi oshi;
    private final CentralProcessor processor;

    record Reading(
            Numbers total,
            List<Numbers> cores,
            Numbers hertz,
            long contextSwitches,
            long interrupts) {}

    public OshiCpuSampler(Oshi oshi) {
        this.oshi = oshi;
        this.processor = oshi.hardware().getProcessor();
    }

    @Override
    public String family() {
        return "cpu";
    }

    @Override
    protected Reading read() {
        return new Reading(
                Numbers.of(processor.getSystemCpuLoadTicks()),
                Arrays.stream(processor.getProcessorCpuLoadTicks()).map(Numbers::of).toList(),
                Numbers.of(processor.getCurrentFreq()),
                absentIfZero(processor.getContextSwitches()),
                absentIfZero(processor.getInterrupts()));
    }

    /** Neither is ever 0 on a machine that runs. */
    private static long absentIfZero(long count) {
        return count > 0 ? count : Fields.ABSENT;
    }

    @Override
    protected Cpu compare(Reading previous, Reading current, double seconds) {
        TickRatios spent = ratios(previous.total, current.total);
        return new Cpu(
                interval(seconds),
                spent.busy(),
                spent.of(TickType.USER),
                spent.of(TickType.NICE),
                spent.of(TickType.SYSTEM),
                spent.of(TickType.IDLE),
                spent.of(TickType.IOWAIT),
                spent.of(TickType.IRQ),
                spent.of(TickType.SOFTIRQ),
                spent.of(TickType.STEAL),
                null,
                perSecond(previous.contextSwitches, current.contextSwitches, seconds),
                perSecond(previous.interrupts, current.interrupts, seconds),
                null,
                null,
                null,
                cores(previous, current));
    }

    private CpuCores cores(Reading previous, Reading current) {
        List<CpuCores.Core> cores = new ArrayList<>(current.cores.size());
        for (int i = 0; i < current.cores.size(); i++) {
            cores.add(
                    i < previous.cores.size()
                            ? core(
                                    ratios(previous.cores.get(i), current.cores.get(i)),
                                    hertz(current, i))
                            : CpuCores.Core.OFFLINE);
        }
        return CpuCores.of(cores);
    }

    private TickRatios ratios(Numbers before, Numbers after) {
        return TickRatios.between(before, after, oshi);
    }

    private static CpuCores.Core core(TickRatios spent, @Nullable Double hertz) {
        return new CpuCores.Core(
                spent.busy(),
                spent.of(TickType.USER),
                spent.of(TickType.NICE),
                spent.of(TickType.SYSTEM),
                spent.of(TickType.IDLE),
                spent.of(TickType.IOWAIT),
                spent.of(TickType.IRQ),
                spent.of(TickType.SOFTIRQ),
                spent.of(TickType.STEAL),
                null,
                hertz);
    }

    private static @Nullable Double hertz(Reading now, int core) {
        boolean known = core < now.hertz.count() && now.hertz.get(core) > 0;
        return known ? (double) now.hertz.get(core) : null;
    }
}
