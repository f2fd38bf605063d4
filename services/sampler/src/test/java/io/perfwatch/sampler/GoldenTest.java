package io.perfwatch.sampler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import io.perfwatch.sampling.EventPublisher;
import io.perfwatch.sampling.FamilySchedule;
import io.perfwatch.sampling.InventoryPublisher;
import io.perfwatch.sampling.NotMeasuredException;
import io.perfwatch.sampling.Outcome;
import io.perfwatch.sampling.ProbeIdentity;
import io.perfwatch.sampling.Tick;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the files of a host to the exact events on the topics. {@code -Dperfwatch.update=true}
 * writes what is expected. Without {@code filesystems}, which asks the kernel and no file.
 */
class GoldenTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID RUN = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final Path EXPECTED = Path.of("src/test/resources/golden");

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"vm", "cores64", "arm64", "cgroup-v1", "big-host", "old-host"})
    void host_becomesTheseEvents(String name) throws IOException {
        List<ProducerRecord<String, byte[]>> records = records(FixtureRoot.at(directory, name));

        records.forEach(GoldenTest::fitsTheSchema);
        Path file = EXPECTED.resolve(name + ".json");
        String events = readable(records);
        if (Boolean.getBoolean("perfwatch.update")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(file, events);
        }
        assertThat(events).isEqualTo(Files.readString(file));
    }

    /** Each event is compressed for itself, so the same one again saves nothing. */
    @Test
    void tenMinutesOfALargeHost_waitForKafkaAndNoneIsDropped() throws IOException {
        FixtureRoot fixture = FixtureRoot.at(directory, "big-host");
        SamplerProperties properties = properties(fixture);
        Tick tick = secondTick(fixture, properties);
        var silent =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        long bound = properties.queueSize().toBytes();
        try (var publisher = new EventPublisher(() -> silent, bound, Duration.ZERO)) {
            TickPublisher events = new TickPublisher(identity(), publisher);
            for (int second = 0; second < 600; second++) {
                events.accept(tick);
            }
            assertThat(publisher.counts().sampled()).isEqualTo(1_200);
            assertThat(publisher.counts().dropped()).isZero();
            assertThat(publisher.counts().bufferedBytes()).isPositive().isLessThan(bound);
        }
    }

    private static List<ProducerRecord<String, byte[]>> records(FixtureRoot fixture)
            throws IOException {
        SamplerProperties properties = properties(fixture);
        Tick tick = secondTick(fixture, properties);
        var kafka =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        try (var publisher = new EventPublisher(() -> kafka, 1 << 20, Duration.ofSeconds(10))) {
            ProbeIdentity identity = identity();
            new TickPublisher(identity, publisher).accept(tick);
            new Inventory(
                            SamplerConfiguration.description(properties, fixture.root()),
                            new InventoryPublisher(identity, publisher))
                    .accept(tick);
        }
        return kafka.history();
    }

    private static ProbeIdentity identity() {
        return ProbeIdentity.of("golden", "sampler", RUN);
    }

    private static SamplerProperties properties(FixtureRoot fixture) {
        return SamplerPropertiesTest.bind(
                Map.of(
                        "perfwatch.sampler.root-path",
                        fixture.directory().toString(),
                        "perfwatch.sampler.disabled-families",
                        "filesystems"));
    }

    private static Tick secondTick(FixtureRoot fixture, SamplerProperties properties)
            throws IOException {
        List<FamilySchedule> schedules = Families.schedules(properties);
        tick(schedules, 0);
        fixture.next();
        return tick(schedules, SECOND);
    }

    private static Tick tick(List<FamilySchedule> schedules, long nanoTime) throws IOException {
        var families = new ArrayList<io.perfwatch.metric.Family>();
        Map<String, String> unavailable = new TreeMap<>();
        for (FamilySchedule schedule : schedules) {
            try {
                if (schedule.sampler().sample(nanoTime)
                        instanceof Outcome.Sampled(var family, var parts)) {
                    families.add(family);
                    unavailable.putAll(parts);
                }
            } catch (NotMeasuredException e) {
                unavailable.put(schedule.sampler().family(), String.valueOf(e.getMessage()));
            }
        }
        return new Tick(TIME, families, unavailable, unavailable);
    }

    private static String readable(List<ProducerRecord<String, byte[]>> records) {
        JsonMapper mapper = JsonMapper.builder().build();
        StringBuilder text = new StringBuilder();
        for (ProducerRecord<String, byte[]> sent : records) {
            text.append("// ").append(sent.topic()).append(' ').append(sent.key()).append('\n');
            text.append(
                    mapper.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(mapper.readTree(sent.value())));
            text.append("\n\n");
        }
        // The machine that tests, not the one that is tested.
        return text.toString()
                .replaceAll("\"architecture\" : \"[^\"]*\"", "\"architecture\" : \"?\"");
    }

    private static void fitsTheSchema(ProducerRecord<String, byte[]> sent) {
        Topic topic = Topic.ofName(sent.topic()).orElseThrow();
        String resource = "/schema/" + topic.topicName() + ".json";
        try (InputStream schema =
                Objects.requireNonNull(EventJson.class.getResourceAsStream(resource))) {
            assertThat(
                            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                    .getSchema(schema)
                                    .validate(new String(sent.value(), UTF_8), InputFormat.JSON))
                    .isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
