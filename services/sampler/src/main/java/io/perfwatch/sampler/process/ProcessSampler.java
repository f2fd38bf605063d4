package io.perfwatch.sampler.process;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.perSecond;

import io.perfwatch.metric.ProcessSample;
import io.perfwatch.metric.Processes;
import io.perfwatch.sampler.source.Busiest;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.Machine;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.HostSoftware;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code processes}: the CPU time and memory of all, everything else of the top ones only. */
public final class ProcessSampler extends DifferenceSampler<ProcessSampler.Reading> {
    private final TaskTable table;
    private final ProcessDetails details;
    private final BootTime bootTime;
    private final Busiest<Task> byCpu;
    private final Busiest<Task> byMemory;

    record Reading(Collection<Task> tasks, Set<Task> top, Map<Task, Numbers> io, States states) {}

    /**
     * @param count by CPU, and as many by memory
     */
    public ProcessSampler(HostRoot root, int count, CommandLines commandLines) {
        this.table = new TaskTable(root);
        this.details = new ProcessDetails(root, commandLines);
        this.bootTime = new BootTime(root);
        this.byCpu = new Busiest<>(count);
        this.byMemory = new Busiest<>(count);
    }

    @Override
    public String family() {
        return "processes";
    }

    @Override
    protected Reading read() throws IOException {
        Collection<Task> tasks = table.scan();
        Set<Task> top = new LinkedHashSet<>(byCpu.of(tasks, Task::spent));
        top.addAll(byMemory.of(tasks, Task::memoryBytes));
        details.refreshUsers();
        Map<Task, Numbers> io = new HashMap<>();
        top.forEach(t -> io.put(t, details.io(t)));
        return new Reading(tasks, top, io, States.of(tasks));
    }

    @Override
    protected Processes compare(Reading previous, Reading current, double seconds) {
        Map<String, ProcessSample> top = new LinkedHashMap<>();
        for (Task task : current.top) {
            ProcessStat now = task.now;
            ProcessIdentity identity = details.identify(task);
            if (now != null && identity != null) {
                top.put(
                        Integer.toString(task.pid),
                        sample(task, now, identity, previous, current, seconds));
            }
        }
        States states = current.states;
        return new Processes(
                interval(seconds),
                (long) current.tasks.size(),
                states.running,
                states.sleeping,
                states.blocked,
                states.stopped,
                states.zombie,
                states.idle,
                top);
    }

    private ProcessSample sample(
            Task task,
            ProcessStat now,
            ProcessIdentity identity,
            Reading previous,
            Reading current,
            double seconds) {
        Numbers before = previous.io.get(task);
        Numbers after = current.io.get(task);
        return new ProcessSample(
                now.parentPid(),
                identity.name(),
                identity.user(),
                String.valueOf(now.state()),
                cpuCores(task, seconds),
                now.memoryBytes(),
                now.threads(),
                rate(before, after, 0, seconds),
                rate(before, after, 1, seconds),
                bootTime.plusTicks(now.startTicks()),
                identity.cgroup(),
                identity.commandLine());
    }

    /** Of a process that began since the last scan, all that it used was used since then. */
    private static @Nullable Double cpuCores(Task task, double seconds) {
        ProcessStat now = task.now;
        if (now == null) {
            return null;
        }
        long spent = task.before == null ? now.ticks() : task.spent();
        return Math.round(spent / (double) Machine.TICKS_PER_SECOND / seconds * 1e4) / 1e4;
    }

    private static @Nullable Double rate(
            @Nullable Numbers before, @Nullable Numbers after, int which, double seconds) {
        return perSecond(
                before == null ? Fields.ABSENT : before.get(which),
                after == null ? Fields.ABSENT : after.get(which),
                seconds,
                1);
    }

    /** When the kernel started. */
    private static final class BootTime {
        private final @Nullable Instant booted;

        BootTime(HostRoot root) {
            this.booted = new HostSoftware(root).operatingSystem().bootTime();
        }

        @Nullable Instant plusTicks(long ticks) {
            return booted == null
                    ? null
                    : booted.plusMillis(ticks * 1_000 / Machine.TICKS_PER_SECOND);
        }
    }
}
