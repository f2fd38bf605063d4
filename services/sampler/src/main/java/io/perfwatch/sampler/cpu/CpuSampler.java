package io.perfwatch.sampler.cpu;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.ratio;

import io.perfwatch.metric.Cpu;
import io.perfwatch.metric.CpuCores;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code cpu} from {@code /proc/stat}. */
public final class CpuSampler extends DifferenceSampler<CpuReading> {
    private final KernelFile stat;

    public CpuSampler(HostRoot root) {
        this.stat = new KernelFile(root.proc("stat"));
    }

    @Override
    public String family() {
        return "cpu";
    }

    @Override
    protected CpuReading read() throws IOException {
        return CpuReading.from(stat.read());
    }

    @Override
    protected Cpu compare(CpuReading previous, CpuReading current, double seconds) {
        return from(previous, current, seconds);
    }

    static Cpu from(CpuReading previous, CpuReading current, double seconds) {
        CpuTimes spent = current.total().since(previous.total());
        long all = spent.isBroken() ? 0 : spent.total();
        return new Cpu(
                interval(seconds),
                ratio(spent.busy(), all),
                ratio(spent.user(), all),
                ratio(spent.nice(), all),
                ratio(spent.system(), all),
                ratio(spent.idle(), all),
                ratio(spent.iowait(), all),
                ratio(spent.irq(), all),
                ratio(spent.softirq(), all),
                ratio(spent.steal(), all),
                ratio(spent.guest(), all),
                cores(previous, current));
    }

    private static CpuCores cores(CpuReading previous, CpuReading current) {
        List<CpuCores.Core> cores = new ArrayList<>(current.cores().size());
        for (int i = 0; i < current.cores().size(); i++) {
            CpuTimes now = current.core(i);
            CpuTimes before = previous.core(i);
            cores.add(
                    now == null || before == null
                            ? CpuCores.Core.OFFLINE
                            : core(now.since(before)));
        }
        return CpuCores.of(cores);
    }

    private static CpuCores.Core core(CpuTimes spent) {
        long all = spent.isBroken() ? 0 : spent.total();
        return new CpuCores.Core(
                ratio(spent.busy(), all),
                ratio(spent.user(), all),
                ratio(spent.nice(), all),
                ratio(spent.system(), all),
                ratio(spent.idle(), all),
                ratio(spent.iowait(), all),
                ratio(spent.irq(), all),
                ratio(spent.softirq(), all),
                ratio(spent.steal(), all),
                ratio(spent.guest(), all),
                null);
    }
}
