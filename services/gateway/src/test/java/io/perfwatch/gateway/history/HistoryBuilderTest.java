package io.perfwatch.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.gateway.web.TimeRange;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Curve;
import io.perfwatch.pack.Numbers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistoryBuilderTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID RUN = new UUID(1, 1);
    private static final UUID NEXT_RUN = new UUID(1, 2);

    @Test
    void fewSamples_comeAsTheyAre() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(cpu(RUN, 1, 2, 3));

        History history = build(builder, false);

        assertThat(history.time()).containsExactly(millis(1), millis(2), millis(3));
        assertThat(history.series())
                .containsExactly(
                        new History.Series(
                                "a",
                                "cpu.utilization",
                                List.of(1.0, 2.0, 3.0),
                                List.of(1.0, 2.0, 3.0),
                                List.of(1.0, 2.0, 3.0)));
        assertThat(history.gaps()).isEmpty();
        assertThat(history.tier()).isEqualTo(Tier.RAW);
    }

    @Test
    void manySamples_keepTheirSpikes() {
        HistoryBuilder builder = asked("cpu.utilization", 14);
        builder.addStored(cpu(RUN, IntStream.range(0, 60).toArray()));

        History history = build(builder, false);

        assertThat(history.time()).hasSize(12).startsWith(millis(0), millis(5));
        History.Series series = history.series().getFirst();
        assertThat(series.min()).startsWith(0.0, 5.0);
        assertThat(series.avg()).startsWith(2.0, 7.0);
        assertThat(series.max()).startsWith(4.0, 9.0);
    }

    @Test
    void emptySpans_areNulls() {
        HistoryBuilder builder = asked("cpu.utilization", 14);
        builder.addStored(cpu(RUN, 0, 1, 30));

        History history = build(builder, false);

        assertThat(history.time()).hasSize(7);
        assertThat(history.series().getFirst().max())
                .containsExactly(1.0, null, null, null, null, null, 30.0);
    }

    @Test
    void wildcards_findWhatThereIs() {
        HistoryBuilder builder = asked("disks[*].utilization", 60);
        builder.addStored(samples("disks[vda].utilization", RUN, 1, 2));
        builder.addStored(samples("disks[v\\]b].utilization", RUN, 3));
        builder.addStored(samples("disks[vda].queueDepth", RUN, 4));

        assertThat(build(builder, false).series())
                .extracting(History.Series::metric)
                .containsExactly("disks[v\\]b].utilization", "disks[vda].utilization");
    }

    @Test
    void holes_areNamedForWhatTheyAre() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(cpu(RUN, 1, 2, 5));
        builder.addStored(cpu(NEXT_RUN, 9, 10));
        builder.addRecent(cpu(NEXT_RUN, 20));

        assertThat(build(builder, true).gaps())
                .containsExactly(
                        gap(2, 5, History.Reason.MISSING),
                        gap(5, 9, History.Reason.UNOBSERVED),
                        gap(10, 20, History.Reason.PENDING));
        assertThat(build(builder, false).gaps().getLast().reason())
                .isEqualTo(History.Reason.MISSING);
    }

    @Test
    void familyThatDidNotAnswer_isNotLost() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(cpu(RUN, 1, 2, 5));

        assertThat(builder.build(START.plusSeconds(60), (_, _) -> false, (_, _) -> false).gaps())
                .containsExactly(gap(2, 5, History.Reason.UNOBSERVED));
    }

    @Test
    void slowFamily_hasNoHoles() {
        HistoryBuilder builder = asked("memory.usedBytes", 60);
        builder.addStored(samples("memory.usedBytes", RUN, 1, 6, 11, 16));

        assertThat(build(builder, false).gaps()).isEmpty();
    }

    @Test
    void slowFamily_isNotAskedWhenAFastOneTells() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(samples("memory.usedBytes", RUN, 1, 6, 11, 21));
        builder.addStored(cpu(RUN, 1, 2, 3, 4, 5));

        assertThat(build(builder, false).gaps()).isEmpty();
    }

    @Test
    void spansOfATier_areFoldedByTheirWeight() {
        HistoryBuilder builder = new HistoryBuilder(hours(4), Tier.MINUTE, _ -> {});
        builder.addStored(minutes(RUN, 0, 60, 30, 30, 60));

        History history = build(builder, false);

        assertThat(history.spanSeconds()).isEqualTo(3600);
        assertThat(history.series().getFirst().min()).containsExactly(0.0);
        assertThat(history.series().getFirst().avg()).containsExactly(1.66666667);
        assertThat(history.series().getFirst().max()).containsExactly(30.0);
    }

    @Test
    void holesOfATier_areThoseOfItsSpans() {
        HistoryBuilder builder = new HistoryBuilder(hours(100), Tier.MINUTE, _ -> {});
        builder.addStored(minutes(RUN, 0, 60, 60, 45, 60));
        builder.addStored(minutes(RUN, 6, 60));
        builder.addStored(minutes(NEXT_RUN, 9, 60));

        assertThat(build(builder, false).gaps())
                .containsExactly(
                        gap(120, 180, History.Reason.MISSING),
                        gap(240, 360, History.Reason.MISSING),
                        gap(420, 540, History.Reason.UNOBSERVED));
    }

    private static Question hours(int points) {
        return new Question(
                List.of("a"),
                List.of(MetricPath.parse("cpu.utilization")),
                new TimeRange(START, START.plusSeconds(7200)),
                points);
    }

    /**
     * From a minute on, minutes of so many samples each, 0 to 30, that lost what they lack of 60.
     */
    private static Stretch minutes(UUID run, int first, int... samples) {
        int size = samples.length;
        double[] counts = IntStream.of(samples).asDoubleStream().toArray();
        return new Stretch(
                new Stream("a", "perfwatch.system.v1", "cpu"),
                Tier.MINUTE,
                IntStream.range(first, first + size).mapToLong(m -> millis(m * 60)).toArray(),
                List.of(run),
                new double[size],
                IntStream.range(first, first + size).mapToDouble(m -> m * 60 + 59).toArray(),
                counts,
                Map.of(
                        "cpu.utilization",
                        Curve.ofRollup(
                                "{\"min\":0,\"avg\":\"%s\",\"max\":30}"
                                        .formatted(
                                                IntStream.of(samples)
                                                        .mapToObj(n -> n == 30 ? "3" : "1")
                                                        .collect(Collectors.joining(","))),
                                size,
                                counts)));
    }

    @Test
    void tooManySeries_areRefused() {
        HistoryBuilder builder =
                new HistoryBuilder(
                        question("disks[*].utilization", 60),
                        Tier.RAW,
                        count -> {
                            if (count > 1) {
                                throw new IllegalStateException("too many");
                            }
                        });
        builder.addStored(samples("disks[a].utilization", RUN, 1));

        assertThatThrownBy(() -> builder.addStored(samples("disks[b].utilization", RUN, 2)))
                .hasMessage("too many");
    }

    private static HistoryBuilder asked(String metric, int points) {
        return new HistoryBuilder(question(metric, points), Tier.RAW, _ -> {});
    }

    private static Question question(String metric, int points) {
        return new Question(
                List.of("a"),
                List.of(MetricPath.parse(metric)),
                new TimeRange(START, START.plusSeconds(60)),
                points);
    }

    private static History build(HistoryBuilder builder, boolean mayMiss) {
        return builder.build(START.plusSeconds(60), (_, _) -> mayMiss, (_, _) -> true);
    }

    private static Stretch cpu(UUID run, int... seconds) {
        return samples("cpu.utilization", run, seconds);
    }

    /** A sample at each second, with it as its value, and the sequence the same. */
    private static Stretch samples(String metric, UUID run, int... seconds) {
        return new Stretch(
                new Stream("a", "perfwatch.system.v1", MetricPath.parse(metric).family()),
                Tier.RAW,
                IntStream.of(seconds).mapToLong(HistoryBuilderTest::millis).toArray(),
                List.of(run),
                new double[seconds.length],
                IntStream.of(seconds).mapToDouble(second -> 100 + second).toArray(),
                Numbers.read("1", seconds.length),
                Map.of(metric, Curve.of(IntStream.of(seconds).asDoubleStream().toArray())));
    }

    private static long millis(int second) {
        return START.plusSeconds(second).toEpochMilli();
    }

    private static History.Gap gap(int from, int to, History.Reason reason) {
        return new History.Gap(
                "a", "perfwatch.system.v1", START.plusSeconds(from), START.plusSeconds(to), reason);
    }
}
