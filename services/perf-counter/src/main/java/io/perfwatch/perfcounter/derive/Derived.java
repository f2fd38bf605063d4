package io.perfwatch.perfcounter.derive;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.perfwatch.perfcounter.output.PerfLine.Slots;
import io.perfwatch.perfcounter.output.PerfLine.TopDown;
import java.util.HashMap;
import java.util.Map;

/** All that can be derived of one scope, by name. */
final class Derived {
    private Derived() {}

    static Map<String, Double> of(Scope scope, double seconds) {
        Map<String, Double> values = new HashMap<>();
        metrics(scope, values);
        Map<String, Tally> events = scope.events();
        for (Derivation derivation : Derivation.ALL) {
            Double value = derivation.from(scope, events, seconds);
            if (value != null) {
                values.put(derivation.name(), Rounded.derived(value));
            }
        }
        return values;
    }

    /** perf's own; two of a name are of two PMUs of a hybrid CPU, and no sum of them is right. */
    private static void metrics(Scope scope, Map<String, Double> values) {
        Map<Slots, Long> times =
                scope.topDown().stream().collect(groupingBy(TopDown::slots, counting()));
        for (TopDown metric : scope.topDown()) {
            if (times.getOrDefault(metric.slots(), 0L) == 1) {
                values.put(name(metric.slots()), Rounded.derived(metric.ratio()));
            }
        }
    }

    private static String name(Slots slots) {
        return switch (slots) {
            case RETIRING -> "retiringRatio";
            case BAD_SPECULATION -> "badSpeculationRatio";
            case FRONTEND_BOUND -> "frontendBoundRatio";
            case BACKEND_BOUND -> "backendBoundRatio";
        };
    }
}
