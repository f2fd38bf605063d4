package io.perfwatch.sampler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Family;
import io.perfwatch.metric.Processes;
import io.perfwatch.metric.ProcessesEvent;
import io.perfwatch.metric.SystemEvent;
import io.perfwatch.metric.SystemFamily;
import io.perfwatch.metric.Topic;
import io.perfwatch.sampler.source.MalformedTextException;
import io.perfwatch.sampling.FamilySampler;
import io.perfwatch.sampling.FamilySchedule;
import io.perfwatch.sampling.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Six hosts, some of whose files are cut or garbled, at both readings or at the second only: a
 * family then measures what it can, or says what is wrong; it never throws what nobody expects, and
 * never sends what is no number.
 */
class GarbledFilesTest {
    private static final int ROUNDS = 6;
    private static final long SECOND = 1_000_000_000L;
    private static final Envelope ENVELOPE =
            new Envelope(
                    "garbled",
                    "sampler",
                    UUID.fromString("01930000-0000-7000-8000-000000000001"),
                    1,
                    Instant.EPOCH);

    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource
    void garbledFiles_areSurvivedByEveryFamily(Garbling garbling) throws IOException {
        for (String host : List.of("vm", "cores64", "arm64", "cgroup-v1", "big-host", "old-host")) {
            FixtureRoot fixture = FixtureRoot.at(directory.resolve(host), host);
            for (int round = 0; round < ROUNDS; round++) {
                fixture.first();
                Map<Path, String> garbled = garbled(fixture, garbling, new Random(round));
                if (round % 2 == 0) {
                    write(garbled);
                }
                sampleAll(fixture, garbled);
            }
        }
    }

    /** One file of three. */
    private static Map<Path, String> garbled(FixtureRoot fixture, Garbling garbling, Random random)
            throws IOException {
        Map<Path, String> garbled = new TreeMap<>();
        try (Stream<Path> files = Files.walk(fixture.directory())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (random.nextInt(3) == 0) {
                    garbled.put(file, garbling.of(Files.readString(file, ISO_8859_1), random));
                }
            }
        }
        return garbled;
    }

    private static void write(Map<Path, String> texts) throws IOException {
        for (Map.Entry<Path, String> file : texts.entrySet()) {
            Files.writeString(file.getKey(), file.getValue(), ISO_8859_1);
        }
    }

    private static void sampleAll(FixtureRoot fixture, Map<Path, String> second)
            throws IOException {
        SamplerProperties properties =
                SamplerPropertiesTest.bind(
                        Map.of("perfwatch.sampler.root-path", fixture.directory().toString()));
        List<FamilySchedule> schedules = Families.schedules(properties);
        schedules.forEach(s -> sample(s.sampler(), 0));
        write(second);
        schedules.forEach(s -> sample(s.sampler(), SECOND));
    }

    private static void sample(FamilySampler sampler, long nanoTime) {
        try {
            if (sampler.sample(nanoTime) instanceof Outcome.Sampled(Family family, var _)) {
                check(family);
            }
        } catch (IOException | MalformedTextException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        } catch (RuntimeException e) {
            throw new AssertionError(sampler.family(), e);
        }
    }

    /** As a consumer reads it: finite numbers within the bounds. */
    private static void check(Family family) {
        byte[] json =
                EventJson.write(
                        switch (family) {
                            case SystemFamily f -> SystemEvent.of(ENVELOPE, List.of(f), Map.of());
                            case Processes f -> ProcessesEvent.of(ENVELOPE, f, Map.of());
                            default -> throw new AssertionError(family);
                        });
        Topic topic = family instanceof Processes ? Topic.PROCESSES : Topic.SYSTEM;
        assertThat(EventJson.read(topic, json).host()).isEqualTo("garbled");
        assertThat(new String(json, ISO_8859_1)).doesNotContain("NaN", "Infinity");
    }
}
