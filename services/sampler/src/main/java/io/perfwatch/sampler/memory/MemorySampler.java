package io.perfwatch.sampler.memory;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.orNull;
import static io.perfwatch.sampler.source.Rounding.perSecond;

import io.perfwatch.metric.Memory;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Machine;
import io.perfwatch.sampler.source.MalformedTextException;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code memory} from {@code /proc/meminfo} and {@code /proc/vmstat}. */
public final class MemorySampler extends DifferenceSampler<MemorySampler.Reading> {
    private static final long KIBIBYTE = 1024;

    private static final Fields MEMINFO =
            new Fields(
                    List.of(
                            "MemTotal",
                            "MemAvailable",
                            "MemFree",
                            "Cached",
                            "Buffers",
                            "Shmem",
                            "Slab",
                            "SReclaimable",
                            "Dirty",
                            "Writeback",
                            "PageTables",
                            "Committed_AS",
                            "HugePages_Total",
                            "HugePages_Free",
                            "Hugepagesize",
                            "SwapTotal",
                            "SwapFree"));

    private static final Fields VMSTAT =
            new Fields(
                    List.of(
                            "pswpin",
                            "pswpout",
                            "pgpgin",
                            "pgpgout",
                            "pgfault",
                            "pgmajfault",
                            "oom_kill"));

    record Reading(Numbers meminfo, Numbers vmstat) {

        /**
         * @throws MalformedTextException if there is no MemTotal
         */
        static Reading of(Numbers meminfo, Numbers vmstat) {
            if (meminfo.get(0) == Fields.ABSENT) {
                throw new MalformedTextException("meminfo has no MemTotal");
            }
            return new Reading(meminfo, vmstat);
        }

        @Nullable Long kibibytes(int field) {
            return orNull(meminfo.get(field), KIBIBYTE);
        }
    }

    private final KernelFile meminfo;
    private final KernelFile vmstat;

    public MemorySampler(HostRoot root) {
        this.meminfo = new KernelFile(root.proc("meminfo"));
        this.vmstat = new KernelFile(root.proc("vmstat"));
    }

    @Override
    public String family() {
        return "memory";
    }

    @Override
    protected Reading read() throws IOException {
        Numbers memory = MEMINFO.read(meminfo.read());
        return Reading.of(memory, VMSTAT.read(vmstat.read()));
    }

    static Reading parse(Text meminfo, Text vmstat) {
        return Reading.of(MEMINFO.read(meminfo), VMSTAT.read(vmstat));
    }

    @Override
    protected Memory compare(Reading previous, Reading current, double seconds) {
        return from(previous, current, seconds);
    }

    static Memory from(Reading previous, Reading now, double seconds) {
        Long total = now.kibibytes(0);
        Long available = now.kibibytes(1);
        Long swapTotal = now.kibibytes(15);
        Long swapFree = now.kibibytes(16);
        Numbers before = previous.vmstat;
        Numbers after = now.vmstat;
        return new Memory(
                interval(seconds),
                total,
                difference(total, available),
                available,
                now.kibibytes(2),
                now.kibibytes(3),
                now.kibibytes(4),
                now.kibibytes(5),
                now.kibibytes(6),
                now.kibibytes(7),
                now.kibibytes(8),
                now.kibibytes(9),
                now.kibibytes(10),
                now.kibibytes(11),
                orNull(now.meminfo.get(12)),
                orNull(now.meminfo.get(13)),
                now.kibibytes(14),
                swapTotal,
                difference(swapTotal, swapFree),
                perSecond(before.get(0), after.get(0), seconds, Machine.PAGE_BYTES),
                perSecond(before.get(1), after.get(1), seconds, Machine.PAGE_BYTES),
                perSecond(before.get(2), after.get(2), seconds, KIBIBYTE),
                perSecond(before.get(3), after.get(3), seconds, KIBIBYTE),
                minorFaults(before, after, seconds),
                perSecond(before.get(5), after.get(5), seconds),
                perSecond(before.get(6), after.get(6), seconds));
    }

    /** The kernel's {@code pgfault} holds the major ones too. */
    private static @Nullable Double minorFaults(Numbers before, Numbers after, double seconds) {
        return before.get(4) == Fields.ABSENT || after.get(4) == Fields.ABSENT
                ? null
                : perSecond(before.get(4) - before.get(5), after.get(4) - after.get(5), seconds);
    }

    private static @Nullable Long difference(@Nullable Long all, @Nullable Long part) {
        return all == null || part == null ? null : all - part;
    }
}
