package io.perfwatch.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistoryBuilderTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID RUN = new UUID(1, 1);
    private static final UUID NEXT_RUN = new UUID(1, 2);
    private static final long ALL = Long.MAX_VALUE;

    @Test
    void fewSamples_comeAsTheyAre() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(cpu(RUN, 1, 2, 3));

        History history = build(builder, ALL);

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
        assertThat(history.tier()).isEqualTo("raw");
    }

    @Test
    void manySamples_keepTheirSpikes() {
        HistoryBuilder builder = asked("cpu.utilization", 14);
        builder.addStored(cpu(RUN, IntStream.range(0, 60).toArray()));

        History history = build(builder, ALL);

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

        History history = build(builder, ALL);

        assertThat(history.time()).hasSize(7);
        assertThat(history.series().getFirst().max())
                .containsExactly(1.0, null, null, null, null, null, 30.0);
    }

    @Test
    void wildcards_findWhatThereIs() {
        HistoryBuilder builder = asked("disks[*].utilization", 60);
        builder.addStored(row("disks", RUN, "[vda].utilization", 1, 2));
        builder.addStored(row("disks", RUN, "[v\\]b].utilization", 3));
        builder.addStored(row("disks", RUN, "[vda].queueDepth", 4));

        assertThat(build(builder, ALL).series())
                .extracting(History.Series::metric)
                .containsExactly("disks[v\\]b].utilization", "disks[vda].utilization");
    }

    @Test
    void memory_goesOnWhereTheDatabaseEnds() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(cpu(RUN, 1, 2, 3));
        builder.addRecent(cpu(RUN, 2, 3, 4, 5));

        History history = build(builder, ALL);

        assertThat(history.series().getFirst().avg()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(history.gaps()).isEmpty();
    }

    @Test
    void holes_areNamedForWhatTheyAre() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(cpu(RUN, 1, 2, 5));
        builder.addStored(cpu(NEXT_RUN, 9, 10));
        builder.addRecent(cpu(NEXT_RUN, 20));

        assertThat(build(builder, millis(10)).gaps())
                .containsExactly(
                        gap(2, 5, History.Reason.MISSING),
                        gap(5, 9, History.Reason.UNOBSERVED),
                        gap(10, 20, History.Reason.PENDING));
        assertThat(build(builder, ALL).gaps().getLast().reason()).isEqualTo(History.Reason.MISSING);
    }

    @Test
    void slowFamily_hasNoHoles() {
        HistoryBuilder builder = asked("memory.usedBytes", 60);
        builder.addStored(row("memory", RUN, "usedBytes", 1, 6, 11, 16));

        assertThat(build(builder, ALL).gaps()).isEmpty();
    }

    @Test
    void slowFamily_isNotAskedWhenAFastOneTells() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(row("memory", RUN, "usedBytes", 1, 6, 11, 21));
        builder.addStored(cpu(RUN, 1, 2, 3, 4, 5));

        assertThat(build(builder, ALL).gaps()).isEmpty();
    }

    @Test
    void outsideOfTheRange_isLeftOut() {
        HistoryBuilder builder = asked("cpu.utilization", 60);
        builder.addStored(cpu(RUN, -1, 0, 59, 60));

        assertThat(build(builder, ALL).time()).containsExactly(millis(0), millis(59));
    }

    @Test
    void tooManySeries_areRefused() {
        HistoryBuilder builder =
                new HistoryBuilder(
                        question("disks[*].utilization", 60),
                        count -> {
                            if (count > 1) {
                                throw new IllegalStateException("too many");
                            }
                        });
        builder.addStored(row("disks", RUN, "[a].utilization", 1));

        assertThatThrownBy(() -> builder.addStored(row("disks", RUN, "[b].utilization", 2)))
                .hasMessage("too many");
    }

    private static HistoryBuilder asked(String metric, int points) {
        return new HistoryBuilder(question(metric, points), _ -> {});
    }

    private static Question question(String metric, int points) {
        return new Question(
                List.of("a"),
                List.of(MetricPath.parse(metric)),
                START,
                START.plusSeconds(60),
                points);
    }

    private static History build(HistoryBuilder builder, long storedUntil) {
        return builder.build(START.plusSeconds(60), (_, _) -> storedUntil);
    }

    private static PackRow cpu(UUID run, int... seconds) {
        return row("cpu", run, "utilization", seconds);
    }

    /** A sample at each second, with it as its value, and the sequence the same. */
    private static PackRow row(String family, UUID run, String path, int... seconds) {
        Pack pack = new Pack();
        for (int second : seconds) {
            pack.begin(new Sample(run, 100 + second, second * 1000));
            pack.number(path, Integer.toString(second));
        }
        return new PackRow("a", "perfwatch.system.v1", family, START.toEpochMilli(), pack);
    }

    private static long millis(int second) {
        return START.plusSeconds(second).toEpochMilli();
    }

    private static History.Gap gap(int from, int to, History.Reason reason) {
        return new History.Gap(
                "a", "perfwatch.system.v1", START.plusSeconds(from), START.plusSeconds(to), reason);
    }
}
