package io.perfwatch.persister.rollup;

import io.perfwatch.metric.Catalogue;
import io.perfwatch.metric.Derivation;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Aggregate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Averages of derived metrics, from the averages of what they are derived from: the ratio of two
 * sums, and not the mean of ratios. For one thread.
 */
final class DerivedMetrics {
    /** Devices come and go; beyond it all are looked up again. */
    private static final int MOST_KNOWN = 50_000;

    private static final Set<String> FAMILIES =
            Catalogue.entries().stream()
                    .filter(e -> e.formula() != null)
                    .map(Catalogue.Entry::family)
                    .collect(Collectors.toUnmodifiableSet());

    private record Metric(String family, String path) {}

    private final Map<Metric, Optional<Derivation>> known = new HashMap<>();

    /**
     * @param aggregates by path inside the family
     */
    Map<String, Aggregate> recomputed(String family, Map<String, Aggregate> aggregates) {
        if (!FAMILIES.contains(family)) {
            return aggregates;
        }
        Map<String, Aggregate> recomputed = new HashMap<>(aggregates);
        aggregates.forEach((path, aggregate) ->
                derivation(family, path)
                        .map(d -> average(d, aggregates))
                        .filter(Double::isFinite)
                        .ifPresent(average -> recomputed.put(path, with(aggregate, average))));
        return recomputed;
    }

    private static Aggregate with(Aggregate aggregate, double average) {
        return new Aggregate(aggregate.minimum(), average, aggregate.maximum(), aggregate.count());
    }

    private Optional<Derivation> derivation(String family, String path) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(new Metric(family, path), m -> derivation(whole(m)));
    }

    /** What a probe of another version sends may be no path; the catalogue has nothing like it. */
    private static Optional<Derivation> derivation(String path) {
        try {
            return Derivation.of(MetricPath.parse(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String whole(Metric metric) {
        return metric.family + (metric.path.startsWith("[") ? "" : ".") + metric.path;
    }

    /** Not a number unless all inputs are there, each for the same samples. */
    private static double average(Derivation derivation, Map<String, Aggregate> aggregates) {
        int count = 0;
        for (String path : derivation.inputs()) {
            Aggregate input = aggregates.get(path);
            if (input == null || (count != 0 && input.count() != count)) {
                return Double.NaN;
            }
            count = input.count();
        }
        return derivation.evaluate(path -> average(aggregates, path));
    }

    private static double average(Map<String, Aggregate> aggregates, String path) {
        Aggregate input = aggregates.get(path);
        return input == null ? Double.NaN : input.average();
    }
}
