package io.perfwatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any order, any repetition, any split of the same samples is the same pack. */
class PackPropertyTest {
    private record Taken(Sample sample, Map<String, String> numbers, Map<String, String> texts) {
        boolean addTo(Pack pack) {
            if (!pack.begin(sample)) {
                return false;
            }
            numbers.forEach(pack::number);
            texts.forEach(pack::text);
            return true;
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderRepetitionAndSplitGivesTheSamePack(int seed) {
        Random random = new Random(seed);
        List<Taken> samples = samples(random);
        Pack whole = new Pack();
        samples.forEach(s -> s.addTo(whole));

        Pack union = new Pack();
        for (Pack part : parts(samples, random)) {
            union.addAll(random.nextBoolean() ? part : Pack.fromJson(part.toJson()));
            if (random.nextInt(4) == 0) {
                union.addAll(Pack.fromJson(union.toJson()));
            }
        }
        assertThat(union.toJson()).isEqualTo(whole.toJson());
        assertThat(Pack.fromJson(union.toJson()).toJson()).isEqualTo(whole.toJson());
        assertThat(union.addAll(whole)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasPackedIsUnpacked(int seed) {
        List<Taken> samples = samples(new Random(seed));
        Pack pack = new Pack();
        samples.forEach(s -> s.addTo(pack));
        Pack read = Pack.fromJson(pack.toJson());
        for (Taken taken : samples) {
            int index = read.samples().indexOf(taken.sample);
            Map<String, String> numbers = new TreeMap<>();
            for (String path : read.metrics()) {
                String value = read.number(path, index);
                if (value != null) {
                    numbers.put(path, value);
                }
            }
            assertThat(numbers).isEqualTo(taken.numbers);
            taken.texts.forEach((p, v) -> assertThat(read.text(p, index)).isEqualTo(v));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void someOfItIsAsIfTheOthersHadNeverBeenAdded(int seed) {
        Random random = new Random(seed);
        List<Taken> samples = samples(random);
        Pack whole = new Pack();
        samples.forEach(s -> s.addTo(whole));

        List<Taken> some = samples.stream().filter(_ -> random.nextBoolean()).toList();
        Pack expected = new Pack();
        some.forEach(s -> s.addTo(expected));
        Pack part = whole.only(s -> some.stream().anyMatch(t -> t.sample.equals(s)));
        assertThat(part.toJson()).isEqualTo(expected.toJson());
    }

    private static List<Pack> parts(List<Taken> samples, Random random) {
        List<Taken> deliveries = new ArrayList<>(samples);
        IntStream.range(0, random.nextInt(samples.size() + 1))
                .forEach(_ -> deliveries.add(samples.get(random.nextInt(samples.size()))));
        Collections.shuffle(deliveries, random);
        List<Pack> parts = new ArrayList<>(List.of(new Pack()));
        for (Taken delivery : deliveries) {
            delivery.addTo(parts.getLast());
            if (random.nextInt(5) == 0) {
                parts.add(new Pack());
            }
        }
        return parts;
    }

    private static List<Taken> samples(RandomGenerator random) {
        List<Taken> samples = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(60); i++) {
            UUID run = new UUID(random.nextInt(3), 7);
            samples.add(
                    new Taken(
                            new Sample(run, i + 1, random.nextInt(60_000)),
                            values(random, "[d\\]%d].x", decimal(random)),
                            values(random, "t%d", "s\"" + random.nextInt(3) + ",")));
        }
        return samples;
    }

    /** Mostly small ones; some of many digits, some of more than a long holds. */
    private static String decimal(RandomGenerator random) {
        int digits = random.nextInt(10) == 0 ? 64 : random.nextInt(10);
        long unscaled = random.nextLong(-1L << (digits / 2), 1 + (1L << Math.min(digits, 62)));
        int scale = random.nextInt(digits == 64 ? 21 : 5);
        String decimal = BigDecimal.valueOf(unscaled, scale).toPlainString();
        return Decimals.plain(decimal);
    }

    private static Map<String, String> values(RandomGenerator random, String path, String value) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            values.put(path.formatted(random.nextInt(6)), value);
        }
        return values;
    }
}
