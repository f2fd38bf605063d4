package io.perfwatch.sampler.cgroup;

import io.perfwatch.sampler.pressure.StallReading;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.MalformedTextException;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of version 2, see Documentation/admin-guide/cgroup-v2.rst. */
final class GroupFilesV2 implements GroupFiles {
    private static final Fields CPU_STAT =
            new Fields(
                    List.of(
                            "user_usec",
                            "system_usec",
                            "nr_periods",
                            "nr_throttled",
                            "throttled_usec"));
    private static final Fields MEMORY_STAT = new Fields(List.of("inactive_file"));
    private static final Fields EVENTS = new Fields(List.of("oom_kill"));

    private final KernelFile cpuStat;
    private final KernelFile cpuMax;
    private final KernelFile memoryCurrent;
    private final KernelFile memoryMax;
    private final KernelFile memoryStat;
    private final KernelFile memoryEvents;
    private final KernelFile cpuPressure;
    private final KernelFile memoryPressure;
    private final KernelFile ioPressure;
    private final KernelFile ioStat;
    private final KernelFile tasks;

    GroupFilesV2(Path group) {
        cpuStat = KernelFile.optional(group.resolve("cpu.stat"));
        cpuMax = KernelFile.optional(group.resolve("cpu.max"));
        memoryCurrent = KernelFile.optional(group.resolve("memory.current"));
        memoryMax = KernelFile.optional(group.resolve("memory.max"));
        memoryStat = KernelFile.optional(group.resolve("memory.stat"));
        memoryEvents = KernelFile.optional(group.resolve("memory.events"));
        cpuPressure = KernelFile.optional(group.resolve("cpu.pressure"));
        memoryPressure = KernelFile.optional(group.resolve("memory.pressure"));
        ioPressure = KernelFile.optional(group.resolve("io.pressure"));
        ioStat = KernelFile.optional(group.resolve("io.stat"));
        tasks = KernelFile.optional(group.resolve("pids.current"));
    }

    @Override
    public GroupReading read() {
        Numbers cpu = fields(CPU_STAT, cpuStat);
        return new GroupReading(
                cpu.get(0),
                cpu.get(1),
                cpu.get(2),
                cpu.get(3),
                cpu.get(4),
                limitCores(cpuMax),
                memoryCurrent.numberOr(Fields.ABSENT),
                memoryMax.numberOr(Fields.ABSENT),
                fields(MEMORY_STAT, memoryStat).get(0),
                fields(EVENTS, memoryEvents).get(0),
                stall(cpuPressure),
                stall(memoryPressure),
                stall(ioPressure),
                io(ioStat),
                tasks.numberOr(Fields.ABSENT));
    }

    static Numbers fields(Fields fields, KernelFile file) {
        try {
            return fields.read(file.read());
        } catch (IOException | MalformedTextException e) {
            return fields.read(Text.of(""));
        }
    }

    private static @Nullable StallReading stall(KernelFile file) {
        try {
            return StallReading.from(file.readShort());
        } catch (IOException | MalformedTextException e) {
            return null;
        }
    }

    /** {@code 50000 100000}, or {@code max 100000} without a limit. */
    private static double limitCores(KernelFile file) {
        try {
            Text text = file.readShort();
            return text.atNumber() ? (double) text.number() / text.number() : Fields.ABSENT;
        } catch (IOException | MalformedTextException e) {
            return Fields.ABSENT;
        }
    }

    private static Numbers io(KernelFile file) {
        try {
            return io(file.read());
        } catch (IOException | MalformedTextException e) {
            return Numbers.absent(4);
        }
    }

    /** {@code 254:0 rbytes=4096 wbytes=0 rios=1 wios=0 dbytes=0 dios=0}, a line a device. */
    static Numbers io(Text text) {
        long[] io = new long[4];
        while (text.hasMore()) {
            text.skipWord();
            while (!text.atLineEnd()) {
                switch (text.until('=')) {
                    case "rios" -> io[0] += text.number();
                    case "wios" -> io[1] += text.number();
                    case "rbytes" -> io[2] += text.number();
                    case "wbytes" -> io[3] += text.number();
                    default -> text.skipWord();
                }
            }
            text.nextLine();
        }
        return Numbers.of(io);
    }

    @Override
    public void close() {
        List.of(
                        cpuStat,
                        cpuMax,
                        memoryCurrent,
                        memoryMax,
                        memoryStat,
                        memoryEvents,
                        cpuPressure,
                        memoryPressure,
                        ioPressure,
                        ioStat,
                        tasks)
                .forEach(KernelFile::close);
    }
}
