package io.perfwatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryTest {
    private static final UUID RUN = new UUID(1, 1);
    private static final UUID NEXT_RUN = new UUID(2, 2);

    private final Pack pack = new Pack();

    @Test
    void aSampleWeighsAsManySecondsAsItCovers() {
        add(RUN, 1, "1", "0.5");
        add(RUN, 2, "3", "0.1");
        add(NEXT_RUN, 1, "1", null);
        Summary summary = summary();
        assertThat(summary.span()).isEqualTo(new Span(60_000, NEXT_RUN, 1, 3, 5));
        assertThat(aggregate(summary, "utilization")).isEqualTo(new Aggregate(0.1, 0.2, 0.5, 2));
    }

    @Test
    void aHostThatSleptDoesNotWeighMoreThanTheRow() {
        add(RUN, 1, "3600", "1");
        add(RUN, 2, "1", "0");
        assertThat(aggregate(summary(), "utilization").average()).isEqualTo(60 / 61.0);
        assertThat(summary().span().seconds()).isEqualTo(60);
    }

    @Test
    void whatHasNoIntervalWeighsTheSame() {
        pack.begin(new Sample(RUN, 1, 0));
        pack.number("x", "1");
        pack.begin(new Sample(RUN, 2, 1000));
        pack.number("x", "2");
        assertThat(aggregate(summary(), "x")).isEqualTo(new Aggregate(1, 1.5, 2, 2));
    }

    @Test
    void aPackWithoutNumbersHasNoSummary() {
        pack.begin(new Sample(RUN, 1, 0));
        pack.text("state", "idle");
        assertThat(Summary.ofPack(0, pack.toJson())).isNull();
    }

    @Test
    void anHourIsTheMeanOfItsMinutesBySeconds() {
        Rollup rollup = new Rollup();
        rollup.add(new Span(0, RUN, 60, 60, 60), Map.of("x", new Aggregate(0, 1, 2, 60)));
        rollup.add(new Span(60_000, RUN, 80, 20, 20), Map.of("x", new Aggregate(-1, 5, 9, 20)));
        rollup.add(new Span(120_000, RUN, 90, 10, 10), Map.of("y", new Aggregate(1, 1, 1, 10)));
        Summary hour = Summary.ofRollup(3_600_000, rollup);
        assertThat(hour.span()).isEqualTo(new Span(3_600_000, RUN, 90, 90, 90));
        assertThat(aggregate(hour, "x")).isEqualTo(new Aggregate(-1, 2, 9, 80));
        assertThat(aggregate(hour, "y")).isEqualTo(new Aggregate(1, 1, 1, 10));
    }

    static List<String> decimals() {
        List<String> decimals =
                new ArrayList<>(
                        List.of(
                                "0",
                                "-0.5",
                                "123456789012345678901",
                                "0.1",
                                "-3",
                                "1e3",
                                "5e-324"));
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(-6, 12));
            decimals.add(Decimals.plain(Double.toString(value)));
            decimals.add(Decimals.plain(Decimals.round(value, 6)));
        }
        return decimals;
    }

    @ParameterizedTest
    @MethodSource("decimals")
    void aSeriesIsReadAsJavaReadsNumbers(String decimal) {
        double value = Double.parseDouble(decimal);
        assertThat(Numbers.read("," + decimal + ",," + decimal, 4))
                .containsExactly(Double.NaN, value, Double.NaN, value);
    }

    private void add(UUID run, long sequence, String interval, @Nullable String value) {
        pack.begin(new Sample(run, sequence, pack.size() * 1000));
        pack.number("intervalSeconds", interval);
        if (value != null) {
            pack.number("utilization", value);
        }
    }

    private Summary summary() {
        return Objects.requireNonNull(Summary.ofPack(60_000, pack.toJson()));
    }

    private static Aggregate aggregate(Summary summary, String path) {
        return Objects.requireNonNull(summary.aggregates().get(path));
    }
}
