package io.perfwatch.perfcounter.derive;

import io.perfwatch.metric.Counter.Quality;
import io.perfwatch.metric.CounterCores;
import io.perfwatch.metric.CountersCores;
import io.perfwatch.perfcounter.derive.Tally.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of each CPU, turned into columns: the index is the CPU's number. */
final class CoreColumns {
    private final SortedMap<Integer, Map<String, Tally>> events = new TreeMap<>();
    private final SortedMap<Integer, Map<String, Double>> derived = new TreeMap<>();
    private final double seconds;
    private final DoubleFunction<Quality> quality;

    CoreColumns(Map<Integer, Scope> cpus, double seconds, DoubleFunction<Quality> quality) {
        this.seconds = seconds;
        this.quality = quality;
        cpus.forEach((cpu, scope) -> {
            events.put(cpu, scope.events());
            derived.put(cpu, Derived.of(scope, seconds));
        });
    }

    /** Absent where perf does not count each CPU by itself. */
    @Nullable CounterCores of(String event) {
        return events.isEmpty()
                ? null
                : CounterCores.of(
                        column(event, t -> t.clock() ? null : Rounded.rate(t.count() / seconds)),
                        column(event, t -> t.clock() ? Rounded.seconds(t.count() / seconds) : null),
                        column(event, t -> Rounded.ratio(t.runningRatio())),
                        column(event, t -> quality.apply(t.runningRatio())));
    }

    private <V> @Nullable List<@Nullable V> column(
            String event, Function<Present, @Nullable V> value) {
        return column(
                events,
                of -> of.get(event) instanceof Present present ? value.apply(present) : null);
    }

    @Nullable CountersCores derived() {
        return derived.values().stream().allMatch(Map::isEmpty)
                ? null
                : CountersCores.of(this::derived);
    }

    private @Nullable List<@Nullable Double> derived(String name) {
        return column(derived, of -> of.get(name));
    }

    /** Absent where no CPU has a value. */
    private static <R, V> @Nullable List<@Nullable V> column(
            SortedMap<Integer, R> rows, Function<R, @Nullable V> value) {
        List<@Nullable V> column = new ArrayList<>();
        rows.forEach((cpu, row) -> {
            while (column.size() < cpu) {
                column.add(null);
            }
            column.add(value.apply(row));
        });
        return column.stream().anyMatch(Objects::nonNull) ? column : null;
    }
}
