package io.perfwatch.sampler.cpu;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.orNull;
import static io.perfwatch.sampler.source.Rounding.perSecond;
import static io.perfwatch.sampler.source.Rounding.ratio;

import io.perfwatch.metric.Cpu;
import io.perfwatch.metric.CpuCores;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code cpu} from {@code /proc/stat}. */
public final class CpuSampler extends DifferenceSampler<CpuReading> {
    private static final String NO_FREQUENCY =
            "no cpufreq driver (usual in a virtual machine; perf-counter measures it where it can)";

    private final HostRoot root;
    private final KernelFile stat;
    private final boolean hasFrequency;
    private List<KernelFile> frequencies = List.of();

    public CpuSampler(HostRoot root) {
        this.root = root;
        this.hasFrequency =
                Files.exists(root.sys("devices/system/cpu/cpu0/cpufreq/scaling_cur_freq"));
        this.stat = new KernelFile(root.proc("stat"));
    }

    @Override
    public String family() {
        return "cpu";
    }

    @Override
    protected CpuReading read() throws IOException {
        CpuReading reading = CpuReading.from(stat.read());
        if (hasFrequency && frequencies.size() != reading.cores().size()) {
            frequencies = frequencyFiles(reading.cores().size());
        }
        return reading.withFrequencies(
                Numbers.of(
                        frequencies.stream().mapToLong(f -> f.numberOr(Fields.ABSENT)).toArray()));
    }

    /** Without a driver none, so that none is tried in vain each second. */
    private List<KernelFile> frequencyFiles(int cores) {
        List<KernelFile> files = new ArrayList<>(cores);
        for (int core = 0; core < cores && hasFrequency; core++) {
            files.add(
                    new KernelFile(
                            root.sys(
                                    "devices/system/cpu/cpu%d/cpufreq/scaling_cur_freq"
                                            .formatted(core))));
        }
        return files;
    }

    @Override
    protected Map<String, String> unavailable() {
        return hasFrequency ? Map.of() : Map.of("cpu.cores.frequencyHertz", NO_FREQUENCY);
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
                perSecond(previous.counts().get(0), current.counts().get(0), seconds),
                perSecond(previous.counts().get(1), current.counts().get(1), seconds),
                perSecond(previous.counts().get(2), current.counts().get(2), seconds),
                orNull(current.counts().get(3)),
                orNull(current.counts().get(4)),
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
                            : core(now.since(before), current.hertz(i)));
        }
        return CpuCores.of(cores);
    }

    private static CpuCores.Core core(CpuTimes spent, @Nullable Double hertz) {
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
                hertz);
    }
}
