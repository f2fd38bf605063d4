package io.perfwatch.metric;

import io.perfwatch.metric.MetricPath.AnyKey;
import io.perfwatch.metric.MetricPath.Member;
import io.perfwatch.metric.MetricPath.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How one derived metric of one device follows from others of the same device and family. */
public final class Derivation {
    private final Formula formula;
    private final List<String> inputs;
    private final Map<String, String> names = new HashMap<>();

    private Derivation(Formula formula, List<MetricPath> inputs) {
        this.formula = formula;
        this.inputs = inputs.stream().map(MetricPath::insideFamily).toList();
        inputs.forEach(this::name);
    }

    /** That of a metric that is derived, by the catalogue. */
    public static Optional<Derivation> of(MetricPath metric) {
        return Catalogue.find(metric)
                .filter(entry -> entry.formula() != null)
                .map(entry -> of(metric, entry));
    }

    private static Derivation of(MetricPath metric, Catalogue.Entry entry) {
        List<Step> keys = keys(MetricPath.parse(entry.path()), metric);
        return new Derivation(
                new Formula(String.valueOf(entry.formula())),
                entry.inputs().stream().map(i -> withKeys(MetricPath.parse(i), keys)).toList());
    }

    /** What the metric has where the catalogue has {@code [*]}. */
    private static List<Step> keys(MetricPath general, MetricPath metric) {
        List<Step> keys = new ArrayList<>();
        for (int i = 0; i < general.steps().size(); i++) {
            if (general.steps().get(i) instanceof AnyKey) {
                keys.add(metric.steps().get(i));
            }
        }
        return keys;
    }

    private static MetricPath withKeys(MetricPath input, List<Step> keys) {
        Iterator<Step> next = keys.iterator();
        return new MetricPath(
                input.steps().stream()
                        .map(step -> step instanceof AnyKey && next.hasNext() ? next.next() : step)
                        .toList());
    }

    /** A formula names an input by its last member, or a counter by its event. */
    private void name(MetricPath input) {
        if (input.steps().getLast() instanceof Member(String member)) {
            names.put(member, input.insideFamily());
        }
        if (input.steps().get(1) instanceof MetricPath.Key(String event)) {
            names.put(event, input.insideFamily());
        }
    }

    /** Paths inside the family. */
    public List<String> inputs() {
        return inputs;
    }

    /**
     * @param value of an input, by its path inside the family
     * @return not finite if the formula divides by 0
     */
    public double evaluate(ToDoubleFunction<String> value) {
        return formula.evaluate(name -> value.applyAsDouble(input(name)));
    }

    private String input(String name) {
        String input = names.get(name);
        if (input == null) {
            throw new IllegalArgumentException(name + " is none of " + inputs);
        }
        return input;
    }
}
