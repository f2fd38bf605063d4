package io.perfwatch.sampler.cgroup;

import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Machine;
import io.perfwatch.sampler.source.MalformedTextException;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A group of version 1, see Documentation/admin-guide/cgroup-v1; it has no pressure. */
final class GroupFilesV1 implements GroupFiles {
    private static final Fields ACCOUNT = new Fields(List.of("user", "system"));
    private static final Fields CPU_STAT =
            new Fields(List.of("nr_periods", "nr_throttled", "throttled_time"));
    private static final Fields MEMORY_STAT = new Fields(List.of("total_inactive_file"));
    private static final Fields OOM = new Fields(List.of("oom_kill"));

    /** What "no limit" looks like: the largest number of whole pages, near 2^63. */
    private static final long UNLIMITED = 1L << 60;

    private static final long MICROS_PER_TICK = 1_000_000 / Machine.TICKS_PER_SECOND;

    private final KernelFile account;
    private final KernelFile cpuStat;
    private final KernelFile quota;
    private final KernelFile period;
    private final KernelFile memoryUsage;
    private final KernelFile memoryLimit;
    private final KernelFile memoryStat;
    private final KernelFile oom;
    private final KernelFile ioBytes;
    private final KernelFile ioOperations;
    private final KernelFile tasks;

    GroupFilesV1(Path cpuacct, Path cpu, Path memory, Path blkio, Path pids) {
        account = KernelFile.optional(cpuacct.resolve("cpuacct.stat"));
        cpuStat = KernelFile.optional(cpu.resolve("cpu.stat"));
        quota = KernelFile.optional(cpu.resolve("cpu.cfs_quota_us"));
        period = KernelFile.optional(cpu.resolve("cpu.cfs_period_us"));
        memoryUsage = KernelFile.optional(memory.resolve("memory.usage_in_bytes"));
        memoryLimit = KernelFile.optional(memory.resolve("memory.limit_in_bytes"));
        memoryStat = KernelFile.optional(memory.resolve("memory.stat"));
        oom = KernelFile.optional(memory.resolve("memory.oom_control"));
        ioBytes = KernelFile.optional(blkio.resolve("blkio.throttle.io_service_bytes_recursive"));
        ioOperations = KernelFile.optional(blkio.resolve("blkio.throttle.io_serviced_recursive"));
        tasks = KernelFile.optional(pids.resolve("pids.current"));
    }

    @Override
    public GroupReading read() {
        Numbers time = GroupFilesV2.fields(ACCOUNT, account);
        Numbers cpu = GroupFilesV2.fields(CPU_STAT, cpuStat);
        long limit = memoryLimit.numberOr(Fields.ABSENT);
        Numbers bytes = readsAndWrites(ioBytes);
        Numbers operations = readsAndWrites(ioOperations);
        return new GroupReading(
                times(time.get(0), MICROS_PER_TICK),
                times(time.get(1), MICROS_PER_TICK),
                cpu.get(0),
                cpu.get(1),
                cpu.get(2) == Fields.ABSENT ? Fields.ABSENT : cpu.get(2) / 1_000,
                limitCores(),
                memoryUsage.numberOr(Fields.ABSENT),
                limit > UNLIMITED ? Fields.ABSENT : limit,
                GroupFilesV2.fields(MEMORY_STAT, memoryStat).get(0),
                GroupFilesV2.fields(OOM, oom).get(0),
                null,
                null,
                null,
                Numbers.of(operations.get(0), operations.get(1), bytes.get(0), bytes.get(1)),
                tasks.numberOr(Fields.ABSENT));
    }

    private static long times(long number, long unit) {
        return number == Fields.ABSENT ? Fields.ABSENT : number * unit;
    }

    private double limitCores() {
        long micros = quota.numberOr(-1);
        long every = period.numberOr(0);
        return micros > 0 && every > 0 ? (double) micros / every : Fields.ABSENT;
    }

    private static Numbers readsAndWrites(KernelFile file) {
        try {
            return readsAndWrites(file.read());
        } catch (IOException | MalformedTextException e) {
            return Numbers.absent(2);
        }
    }

    /**
     * {@code 254:0 Read 4096}, a line a device and direction; {@code Total} at the end. Absent if
     * all are zero: since 5.8 the kernel counts here only for groups that have a limit, and a zero
     * would say that the others read and write nothing.
     */
    static Numbers readsAndWrites(Text text) {
        long[] sums = new long[2];
        while (text.hasMore()) {
            text.skipWord();
            switch (text.word()) {
                case "Read" -> sums[0] += text.number();
                case "Write" -> sums[1] += text.number();
                default -> {}
            }
            text.nextLine();
        }
        return sums[0] == 0 && sums[1] == 0 ? Numbers.absent(2) : Numbers.of(sums);
    }

    @Override
    public void close() {
        List.of(
                        account,
                        cpuStat,
                        quota,
                        period,
                        memoryUsage,
                        memoryLimit,
                        memoryStat,
                        oom,
                        ioBytes,
                        ioOperations,
                        tasks)
                .forEach(KernelFile::close);
    }
}
