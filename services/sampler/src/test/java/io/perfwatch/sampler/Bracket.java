package io.perfwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Family;
import io.perfwatch.sampling.FamilySampler;
import io.perfwatch.sampling.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two readings of a family, and an independent reader just before and just after each of them. What
 * the kernel counted between ours lies between the least and the most that the other saw, however
 * busy the machine is.
 *
 * @param beforeFirst what the other reader saw, by name
 * @param seconds between our readings
 */
record Bracket<F extends Family>(
        F sample,
        double seconds,
        Map<String, Long> beforeFirst,
        Map<String, Long> afterFirst,
        Map<String, Long> beforeSecond,
        Map<String, Long> afterSecond) {

    /** Asks somebody else than the sampler. */
    interface IndependentReader {
        Map<String, Long> read() throws IOException;
    }

    static <F extends Family> Bracket<F> around(
            FamilySampler sampler, Class<F> type, IndependentReader other) throws IOException {
        Map<String, Long> beforeFirst = other.read();
        long first = System.nanoTime();
        sampler.sample(first);
        Map<String, Long> afterFirst = other.read();
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        Map<String, Long> beforeSecond = other.read();
        long second = System.nanoTime();
        Outcome outcome = sampler.sample(second);
        Map<String, Long> afterSecond = other.read();
        assertThat(outcome).isInstanceOf(Outcome.Sampled.class);
        return new Bracket<>(
                type.cast(((Outcome.Sampled) outcome).family()),
                (second - first) / 1e9,
                beforeFirst,
                afterFirst,
                beforeSecond,
                afterSecond);
    }

    static long at(Map<String, Long> readings, String name) {
        return readings.getOrDefault(name, 0L);
    }

    long atLeast(String name) {
        return at(beforeSecond, name) - at(afterFirst, name);
    }

    long atMost(String name) {
        return at(afterSecond, name) - at(beforeFirst, name);
    }

    /** A counter, {@code unit} of which the other reader counts as one. */
    void agrees(String name, @Nullable Double perSecond, double unit) {
        double rounding = 0.01 * seconds + unit;
        assertThat(Objects.requireNonNull(perSecond, name) * seconds)
                .as(name)
                .isBetween(atLeast(name) * unit - rounding, atMost(name) * unit + rounding);
    }

    /** A number of now: between what was before and after, give or take. */
    void isNear(String name, @Nullable Long now, long tolerance) {
        long before = at(beforeSecond, name);
        long after = at(afterSecond, name);
        assertThat(Objects.requireNonNull(now, name))
                .as(name)
                .isBetween(
                        Math.min(before, after) - tolerance, Math.max(before, after) + tolerance);
    }
}
