package io.perfwatch.sampler.process;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.perSecond;

import io.perfwatch.metric.ProcessSample;
import io.perfwatch.metric.Processes;
import io.perfwatch.sampler.source.Busiest;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.DifferenceSampler;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** {@code processes} from OSHI. */
public final class OshiProcessSampler extends DifferenceSampler<Map<Integer, OSProcess>> {
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double STEPS = 1e4;

    private final OperatingSystem operatingSystem;
    private final CommandLines commandLines;
    private final Busiest<Integer> byCpu;
    private final Busiest<Integer> byMemory;

    /**
     * @param count by CPU, and as many by memory
     */
    public OshiProcessSampler(Oshi oshi, int count, CommandLines commandLines) {
        this.operatingSystem = oshi.operatingSystem();
        this.commandLines = commandLines;
        this.byCpu = new Busiest<>(count);
        this.byMemory = new Busiest<>(count);
    }

    @Override
    public String family() {
        return "processes";
    }

    @Override
    protected Map<Integer, OSProcess> read() {
        Map<Integer, OSProcess> processes = new HashMap<>();
        operatingSystem.getProcesses().forEach(p -> processes.put(p.getProcessID(), p));
        return processes;
    }

    @Override
    protected Processes compare(
            Map<Integer, OSProcess> previous, Map<Integer, OSProcess> current, double seconds) {
        Set<Integer> pids =
                new LinkedHashSet<>(
                        byCpu.of(current.keySet(), p -> spent(previous.get(p), at(current, p))));
        pids.addAll(byMemory.of(current.keySet(), p -> at(current, p).getResidentMemory()));
        Map<String, ProcessSample> top = new LinkedHashMap<>();
        for (Integer pid : pids) {
            top.put(
                    Integer.toString(pid),
                    sample(before(previous, at(current, pid)), at(current, pid), seconds));
        }
        return counted(current, interval(seconds), top);
    }

    private static OSProcess at(Map<Integer, OSProcess> processes, Integer pid) {
        return Objects.requireNonNull(processes.get(pid));
    }

    /** A pid that is used again is another process. */
    private static @Nullable OSProcess before(Map<Integer, OSProcess> previous, OSProcess now) {
        OSProcess before = previous.get(now.getProcessID());
        return before != null && before.getStartTime() == now.getStartTime() ? before : null;
    }

    /** Milliseconds of CPU time: of a process that began since, all that it used. */
    private static long spent(@Nullable OSProcess before, OSProcess now) {
        long all = now.getKernelTime() + now.getUserTime();
        return before == null
                ? all
                : Math.max(0, all - before.getKernelTime() - before.getUserTime());
    }

    private ProcessSample sample(@Nullable OSProcess before, OSProcess now, double seconds) {
        return new ProcessSample(
                (long) now.getParentProcessID(),
                now.getName(),
                now.getUser(),
                letter(now.getState()),
                Math.round(spent(before, now) / MILLIS_PER_SECOND / seconds * STEPS) / STEPS,
                now.getResidentMemory(),
                (long) now.getThreadCount(),
                before == null
                        ? null
                        : perSecond(before.getBytesRead(), now.getBytesRead(), seconds, 1),
                before == null
                        ? null
                        : perSecond(before.getBytesWritten(), now.getBytesWritten(), seconds, 1),
                now.getStartTime() > 0 ? Instant.ofEpochMilli(now.getStartTime()) : null,
                null,
                commandLine(now));
    }

    private @Nullable String commandLine(OSProcess now) {
        if (commandLines == CommandLines.NONE || now.getArguments().isEmpty()) {
            return null;
        }
        return CommandLine.of(
                String.join("\0", now.getArguments()), commandLines == CommandLines.REDACTED);
    }

    private static String letter(OSProcess.State state) {
        return switch (state) {
            case RUNNING, NEW -> "R";
            case SLEEPING -> "S";
            case WAITING -> "D";
            case STOPPED, SUSPENDED -> "T";
            case ZOMBIE, INVALID -> "Z";
            case OTHER -> "I";
        };
    }

    private static Processes counted(
            Map<Integer, OSProcess> current, double interval, Map<String, ProcessSample> top) {
        States states = new States();
        current.values().forEach(p -> states.count(letter(p.getState()).charAt(0)));
        return new Processes(
                interval,
                (long) current.size(),
                states.running,
                states.sleeping,
                states.blocked,
                states.stopped,
                states.zombie,
                states.idle,
                top);
    }
}
