package io.perfwatch.perfcounter.derive;

import static java.util.stream.Collectors.groupingBy;

import io.perfwatch.metric.Counter;
import io.perfwatch.metric.Counter.Quality;
import io.perfwatch.metric.Counters;
import io.perfwatch.perfcounter.derive.Tally.Absent;
import io.perfwatch.perfcounter.derive.Tally.Present;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Missing;
import io.perfwatch.perfcounter.plan.EventPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Turns an interval into the event's family. */
public final class CounterReader {
    private final EventPlan plan;
    private final double unreliableBelow;

    /**
     * @param unreliableBelow runningRatio under which a scaled count is called unreliable
     */
    public CounterReader(EventPlan plan, double unreliableBelow) {
        this.plan = plan;
        this.unreliableBelow = unreliableBelow;
    }

    /**
     * @param unavailable by path, why an event that was asked for is not among the counters
     */
    public record Result(Counters counters, Map<String, String> unavailable) {}

    public Result read(Interval interval) {
        List<Data> host = interval.lines().stream().filter(l -> l.cgroup() == null).toList();
        Map<Integer, Scope> cpus = new TreeMap<>();
        host.stream()
                .filter(l -> l.cpu() != null)
                .collect(groupingBy(l -> Objects.requireNonNull(l.cpu())))
                .forEach((cpu, lines) -> cpus.put(cpu, Scope.of(plan, lines)));
        Scope whole = cpus.isEmpty() ? Scope.of(plan, host) : Scope.sum(plan, cpus.values());
        CoreColumns columns = new CoreColumns(cpus, interval.seconds(), this::quality);
        return result(interval, whole, columns);
    }

    private Result result(Interval interval, Scope whole, CoreColumns columns) {
        double seconds = interval.seconds();
        Map<String, Tally> events = whole.events();
        Map<String, Counter> counters = new LinkedHashMap<>();
        Map<String, String> unavailable = new LinkedHashMap<>();
        plan.events().forEach(e -> events.putIfAbsent(e, new Absent(Missing.NOT_COUNTED)));
        events.forEach((event, tally) -> {
            switch (tally) {
                case Present p -> counters.put(event, counter(event, p, seconds, columns));
                case Absent(Missing why) -> unavailable.put(Reasons.path(event), Reasons.of(why));
            }
        });
        Map<String, Double> derived = Derived.of(whole, seconds);
        return new Result(
                Counters.of(Rounded.seconds(seconds), derived, columns.derived(), counters),
                unavailable);
    }

    private Counter counter(String event, Present tally, double seconds, CoreColumns columns) {
        double ratio = tally.runningRatio();
        double perSecond = tally.count() / seconds;
        return new Counter(
                tally.clock() ? null : Rounded.rate(perSecond),
                tally.clock() ? Rounded.seconds(perSecond) : null,
                Rounded.ratio(ratio),
                quality(ratio),
                columns.of(event));
    }

    private Quality quality(double runningRatio) {
        return runningRatio >= 0.99995
                ? Quality.EXACT
                : runningRatio < unreliableBelow ? Quality.UNRELIABLE : Quality.SCALED;
    }
}
