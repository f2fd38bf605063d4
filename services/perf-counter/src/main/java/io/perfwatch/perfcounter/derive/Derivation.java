package io.perfwatch.perfcounter.derive;

import io.perfwatch.metric.Catalogue;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.perfcounter.derive.Tally.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A derived metric, computed as the catalogue says: the formula stands there and nowhere else.
 *
 * @param counters inputs that must be of one group
 * @param clocks inputs that count all the time, so that they go with any group
 */
record Derivation(String name, List<String> counters, List<String> clocks, List<String> formula) {
    private static final String FAMILY = "counters.";

    static final List<Derivation> ALL =
            Catalogue.entries().stream()
                    .filter(e -> e.path().startsWith(FAMILY) && !e.path().contains("["))
                    .map(Derivation::of)
                    .toList();

    private static Derivation of(Catalogue.Entry entry) {
        List<String> counters = new ArrayList<>();
        List<String> clocks = new ArrayList<>();
        for (String input : entry.inputs()) {
            MetricPath.Key event = (MetricPath.Key) MetricPath.parse(input).steps().get(1);
            (input.endsWith(".secondsPerSecond") ? clocks : counters).add(event.name());
        }
        return new Derivation(
                entry.path().substring(FAMILY.length()),
                List.copyOf(counters),
                List.copyOf(clocks),
                List.of(Objects.requireNonNull(entry.formula()).split(" ")));
    }

    /** Absent where an input is, where no group has all of them, or on a division by zero. */
    @Nullable Double from(Scope scope, Map<String, Tally> events, double seconds) {
        Map<String, Tally> group = scope.groupOf(counters);
        if (group == null || !clocks.stream().allMatch(c -> isExactClock(events.get(c)))) {
            return null;
        }
        double value =
                evaluate(name -> rate(clocks.contains(name) ? events : group, name, seconds));
        return Double.isFinite(value) ? value : null;
    }

    private static boolean isExactClock(@Nullable Tally tally) {
        return tally instanceof Present present && present.clock() && present.runningRatio() == 1;
    }

    private static double rate(Map<String, Tally> of, String name, double seconds) {
        return of.get(name) instanceof Present present ? present.count() / seconds : Double.NaN;
    }

    /** From left to right: {@code a / b * 1000}. */
    private double evaluate(ToDoubleFunction<String> operand) {
        double value = operand(formula.getFirst(), operand);
        for (int i = 1; i + 1 < formula.size(); i += 2) {
            double next = operand(formula.get(i + 1), operand);
            value = formula.get(i).equals("/") ? value / next : value * next;
        }
        return value;
    }

    private static double operand(String text, ToDoubleFunction<String> operand) {
        return text.matches("\\d+") ? Double.parseDouble(text) : operand.applyAsDouble(text);
    }
}
