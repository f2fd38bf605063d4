package io.perfwatch.sampler.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The N busiest, with hysteresis: who is shown counts for a quarter more, so that two that are
 * equally busy do not take each other's place again and again.
 *
 * @param <T> what is compared; equal over time
 */
public final class Busiest<T> {
    private static final double BONUS = 1.25;

    private final int count;
    private Set<T> shown = Set.of();

    public Busiest(int count) {
        this.count = count;
    }

    /** The busiest first. Who does nothing is shown only if there is room. */
    public List<T> of(Iterable<T> candidates, ToDoubleFunction<T> activity) {
        record Ranked<T>(T candidate, double score, boolean shown) {}

        List<Ranked<T>> ranking = new ArrayList<>();
        for (T candidate : candidates) {
            boolean before = shown.contains(candidate);
            double score = activity.applyAsDouble(candidate) * (before ? BONUS : 1);
            ranking.add(new Ranked<>(candidate, score, before));
        }
        ranking.sort(
                Comparator.comparingDouble((Ranked<T> r) -> -r.score).thenComparing(r -> !r.shown));
        List<T> busiest = ranking.stream().limit(count).map(Ranked::candidate).toList();
        shown = new HashSet<>(busiest);
        return busiest;
    }
}
