package io.perfwatch.persister.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.pack.Aggregate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DerivedMetricsTest {
    private final DerivedMetrics derived = new DerivedMetrics();

    @Test
    void anAverageIsThatOfTheInputs() {
        Map<String, Aggregate> aggregates =
                derived.recomputed(
                        "counters",
                        Map.of(
                                "instructionsPerCycle", new Aggregate(0.5, 1.25, 2, 2),
                                "[instructions].countPerSecond", new Aggregate(1, 1000.5, 2000, 2),
                                "[cycles].countPerSecond", new Aggregate(2, 501, 1000, 2)));
        assertThat(aggregates.get("instructionsPerCycle"))
                .isEqualTo(new Aggregate(0.5, 1000.5 / 501, 2, 2));
        assertThat(aggregates.get("[cycles].countPerSecond"))
                .isEqualTo(new Aggregate(2, 501, 1000, 2));
    }

    @Test
    void aRatioThatWasAbsentWhileNothingHappenedCountsThatTimeToo() {
        Map<String, Aggregate> aggregates =
                derived.recomputed(
                        "tcp",
                        Map.of(
                                "retransmitRatio", new Aggregate(0.1, 0.1, 0.1, 30),
                                "retransmitsPerSecond", new Aggregate(0, 5, 10, 60),
                                "sentSegmentsPerSecond", new Aggregate(0, 50, 100, 60)));
        assertThat(aggregates.get("retransmitRatio")).isEqualTo(new Aggregate(0.1, 0.1, 0.1, 30));
    }

    @Test
    void withoutItsInputsItIsTheMeanOfTheSamples() {
        Aggregate utilization = new Aggregate(0, 0.5, 1, 2);
        Map<String, Aggregate> half =
                Map.of("utilization", utilization, "idleRatio", new Aggregate(0, 0.4, 1, 2));
        assertThat(derived.recomputed("cpu", half).get("utilization")).isEqualTo(utilization);
        Map<String, Aggregate> uneven =
                Map.of(
                        "utilization", utilization,
                        "idleRatio", new Aggregate(0, 0.4, 1, 2),
                        "iowaitRatio", new Aggregate(0, 0.1, 1, 1));
        assertThat(derived.recomputed("cpu", uneven).get("utilization")).isEqualTo(utilization);
    }

    @Test
    void aNameThatIsNoPathIsDerivedFromNothing() {
        Map<String, Aggregate> aggregates =
                Map.of(
                        "user_mode", new Aggregate(0, 0.5, 1, 2),
                        "", new Aggregate(0, 0.5, 1, 2),
                        "[]", new Aggregate(0, 0.5, 1, 2));
        assertThat(derived.recomputed("cpu", aggregates)).isEqualTo(aggregates);
    }

    @Test
    void aDivisionByZeroChangesNothing() {
        Aggregate ratio = new Aggregate(0, 0.5, 1, 2);
        Aggregate zero = new Aggregate(0, 0, 0, 2);
        assertThat(
                        derived.recomputed(
                                        "filesystems",
                                        Map.of(
                                                "[/].utilization", ratio,
                                                "[/].usedBytes", zero,
                                                "[/].availableBytes", zero))
                                .get("[/].utilization"))
                .isEqualTo(ratio);
    }
}
