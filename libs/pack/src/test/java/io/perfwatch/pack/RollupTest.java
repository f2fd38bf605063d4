package io.perfwatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RollupTest {
    private static final UUID RUN = new UUID(1, 1);
    private static final UUID NEXT_RUN = new UUID(2, 2);

    private final Rollup rollup = new Rollup();

    @Test
    void aRollupIsColumnsAndWhatIsTheSameIsWrittenOnce() {
        rollup.add(
                new Span(0, RUN, 60, 60, 60),
                Map.of(
                        "utilization", new Aggregate(0.1, 0.25, 0.5, 60),
                        "totalBytes", new Aggregate(16e9, 16e9, 16e9, 60),
                        "runningTasks", new Aggregate(1, 1, 1, 60)));
        rollup.add(
                new Span(60_000, NEXT_RUN, 9, 9, 9.002),
                Map.of(
                        "utilization", new Aggregate(0.1, 1.0 / 3, 0.5, 8),
                        "totalBytes", new Aggregate(16e9, 16e9, 16e9, 9),
                        "runningTasks", new Aggregate(2, 2, 2, 9)));
        assertThat(rollup.toJson())
                .isEqualTo(
                        """
                        {"t":"0,60000",\
                        "runs":["00000000-0000-0001-0000-000000000001",\
                        "00000000-0000-0002-0000-000000000002"],"run":"0,1",\
                        "seq":"60,9","samples":"60,9","seconds":"60,9.002",\
                        "metrics":{"runningTasks":"1,2","totalBytes":16000000000,\
                        "utilization":{"min":0.1,"avg":"0.25,0.333333","max":0.5,"count":"60,8"}}}\
                        """);
        assertThat(rollup.samples()).isEqualTo(69);
    }

    @Test
    void whatIsAbsentInASpanStaysAbsent() {
        rollup.add(new Span(0, RUN, 60, 60, 60), Map.of("a", new Aggregate(1, 2, 3, 60)));
        rollup.add(new Span(60_000, RUN, 120, 60, 60), Map.of("b", new Aggregate(4, 5, 6, 1)));
        Rollup read = Rollup.fromJson(rollup.toJson());
        assertThat(read.aggregate("a", 0)).isEqualTo(new Aggregate(1, 2, 3, 60));
        assertThat(read.aggregate("a", 1)).isNull();
        assertThat(read.aggregate("b", 0)).isNull();
        assertThat(read.aggregate("b", 1)).isEqualTo(new Aggregate(4, 5, 6, 1));
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasWrittenIsRead(int seed) {
        Random random = new Random(seed);
        int spans = random.nextInt(1, 60);
        for (int i = 0; i < spans; i++) {
            rollup.add(span(i, random), aggregates(random));
        }
        Rollup read = Rollup.fromJson(rollup.toJson());
        assertThat(read.spans()).isEqualTo(rollup.spans());
        assertThat(read.metrics()).isEqualTo(rollup.metrics());
        for (String path : rollup.metrics()) {
            for (int i = 0; i < spans; i++) {
                assertThat(read.aggregate(path, i)).isEqualTo(rollup.aggregate(path, i));
            }
        }
        assertThat(read.toJson()).isEqualTo(rollup.toJson());
    }

    private static Span span(int index, RandomGenerator random) {
        return new Span(
                index * 60_000,
                new UUID(random.nextInt(2), 7),
                random.nextLong(1, 1L << 50),
                random.nextInt(1, 3),
                random.nextInt(60_000) / 1000.0);
    }

    private static Map<String, Aggregate> aggregates(RandomGenerator random) {
        Map<String, Aggregate> aggregates = new TreeMap<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            double low = random.nextInt(-3, 3) / 8.0;
            double spread = random.nextInt(3) * 16;
            aggregates.put(
                    "[d\\]" + random.nextInt(4) + "].x",
                    new Aggregate(low, low + spread / 2, low + spread, random.nextInt(1, 3)));
        }
        return aggregates;
    }
}
