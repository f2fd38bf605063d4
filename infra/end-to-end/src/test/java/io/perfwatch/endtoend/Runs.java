package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The samples of one host and topic, by the probe's lives.
 *
 * @param byId in the order of their first sample, each in the order of its sequence
 */
record Runs(Map<String, List<Sample>> byId) {

    static Runs of(List<Sample> samples) {
        var byId = new LinkedHashMap<String, List<Sample>>();
        samples.stream()
                .sorted(Comparator.comparing(Sample::time).thenComparingLong(Sample::sequence))
                .forEach(s -> byId.computeIfAbsent(s.run(), run -> new ArrayList<>()).add(s));
        return new Runs(byId);
    }

    Set<String> ids() {
        return byId.keySet();
    }

    /** Each run counts from 1 without a hole. */
    void assertContiguous() {
        byId.forEach((run, samples) -> {
            assertThat(samples.getFirst().sequence()).as(run).isEqualTo(1);
            assertThat(samples.getLast().sequence()).as(run).isEqualTo(samples.size());
        });
    }

    /** From the last sample of a run to the first of the next. */
    Duration longestGap() {
        Duration longest = Duration.ZERO;
        List<List<Sample>> runs = List.copyOf(byId.values());
        for (int i = 1; i < runs.size(); i++) {
            Duration gap =
                    Duration.between(
                            runs.get(i - 1).getLast().time(), runs.get(i).getFirst().time());
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    Sample first() {
        return byId.values().iterator().next().getFirst();
    }
}
