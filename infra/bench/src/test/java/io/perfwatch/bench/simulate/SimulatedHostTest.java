package io.perfwatch.bench.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.perfwatch.metric.Catalogue;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.metric.ProcessesEvent;
import io.perfwatch.metric.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedHostTest {
    private static final Pattern CPU_STATE =
            Pattern.compile("(cpu\\.(?:cores\\[\\d+]\\.)?)[a-z]+Ratio");
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {60, 400, 1500})
    void json_hasAboutAsManyValuesAsAskedFor(int leaves) {
        FleetShape shape = FleetShape.of(leaves);
        Paths paths = read(new SimulatedHost("a", shape, 1));

        assertThat(paths.found.size() - shape.families().size())
                .isEqualTo(shape.leaves())
                .isGreaterThanOrEqualTo(leaves);
    }

    @Test
    void json_isWhatTheCatalogueDescribes() {
        assertThat(read(new SimulatedHost("a", FleetShape.of(400), 1)).found)
                .filteredOn(path -> !path.endsWith("intervalSeconds"))
                .allSatisfy(path -> assertThat(Catalogue.find(MetricPath.parse(path))).isPresent());
    }

    @Test
    void json_fitsTheSchema() throws IOException {
        SimulatedHost host = new SimulatedHost("a", FleetShape.of(400), 1);
        for (int tick = 0; tick < 100; tick++) {
            Optional<Envelope> envelope = host.tick(TIME.plusSeconds(tick));
            if (envelope.isPresent()) {
                assertFits(Topic.SYSTEM, host.json(envelope.get(), 1));
            }
        }
    }

    @Test
    void typical_namesOnlyWhatTheCatalogueHas() {
        assertThat(Typical.all().keySet())
                .isSubsetOf(Catalogue.entries().stream().map(Catalogue.Entry::path).toList());
    }

    @Test
    void json_usesNoMoreMemoryThanThereIs() {
        for (int seed = 1; seed <= 200; seed++) {
            Paths paths = read(new SimulatedHost("a", FleetShape.of(60), seed));
            assertThat(paths.number("memory.usedBytes"))
                    .isLessThan(paths.number("memory.totalBytes"));
            assertThat(paths.number("memory.cachedBytes") % 4096).isZero();
            assertThat(paths.number("cpu.utilization")).isBetween(0.0, 1.0);
            assertThat(paths.found).contains("pressure[cpu].someStalledSecondsPerSecond");
        }
    }

    @Test
    void json_spendsTheWholeTimeOfEachCpuOnce() {
        for (int seed = 1; seed <= 50; seed++) {
            SimulatedHost host = new SimulatedHost("a", FleetShape.of(400), seed);
            for (int tick = 0; tick < 100; tick++) {
                Optional<Envelope> envelope = host.tick(TIME.plusSeconds(tick));
                if (envelope.isPresent()) {
                    assertWhole(host.json(envelope.get(), 1));
                }
            }
        }
    }

    private static void assertWhole(byte[] json) {
        Paths paths = new Paths();
        EventReader.read(json, paths);
        Map<String, Double> sums = new TreeMap<>();
        for (String path : paths.found) {
            Matcher state = CPU_STATE.matcher(path);
            if (state.matches()) {
                sums.merge(state.group(1), paths.number(path), Double::sum);
            }
        }
        assertThat(sums).hasSizeGreaterThan(1).containsKey("cpu.");
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isEqualTo(1, within(1e-9)));
        assertThat(paths.number("cpu.utilization"))
                .isEqualTo(
                        1 - paths.number("cpu.idleRatio") - paths.number("cpu.iowaitRatio"),
                        within(1e-9));
    }

    @Test
    void countersAndProcesses_fitTheirSchemas() throws IOException {
        SimulatedHost host = new SimulatedHost("a", FleetShape.of(20), 1);
        for (int tick = 0; tick < 100; tick++) {
            Optional<Envelope> envelope = host.tick(TIME.plusSeconds(tick));
            if (envelope.isPresent()) {
                assertFits(Topic.COUNTERS, EventJson.write(host.counters(envelope.get(), 1)));
                Optional<ProcessesEvent> processes = host.processes(envelope.get(), 1);
                if (processes.isPresent()) {
                    assertFits(Topic.PROCESSES, EventJson.write(processes.get()));
                }
            }
        }
    }

    @Test
    void processes_areSentEveryFifthTickAndCountedByThemselves() {
        SimulatedHost host = new SimulatedHost("a", FleetShape.of(20), 1);
        List<Long> sequences = new ArrayList<>();
        for (int tick = 0; tick < 11; tick++) {
            host.tick(TIME.plusSeconds(tick))
                    .flatMap(envelope -> host.processes(envelope, 1))
                    .ifPresent(event -> sequences.add(event.sequence()));
        }
        assertThat(sequences).containsExactly(1L, 2L, 3L);
    }

    @Test
    void json_ofTheSameSeedHasTheSameValues() {
        assertThat(read(new SimulatedHost("a", FleetShape.of(60), 7)).numbers)
                .isEqualTo(read(new SimulatedHost("a", FleetShape.of(60), 7)).numbers)
                .isNotEqualTo(read(new SimulatedHost("a", FleetShape.of(60), 8)).numbers);
    }

    @Test
    void tick_startsANewRunAfterASilence() {
        SimulatedHost host = new SimulatedHost("a", FleetShape.of(20), 1);
        List<Envelope> first = new ArrayList<>();
        int silent = 0;
        for (int tick = 0; tick < 50_000; tick++) {
            Optional<Envelope> envelope = host.tick(TIME.plusSeconds(tick));
            silent += envelope.isEmpty() ? 1 : 0;
            envelope.filter(e -> e.sequence() == 1).ifPresent(first::add);
        }

        assertThat(silent).isPositive().isLessThan(5_000);
        assertThat(first).extracting(Envelope::run).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    private static Paths read(SimulatedHost host) {
        Paths paths = new Paths();
        EventReader.read(host.json(host.tick(TIME).orElseThrow(), 1), paths);
        return paths;
    }

    private static void assertFits(Topic topic, byte[] json) throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(
                        EventReader.class.getResourceAsStream(
                                "/schema/" + topic.topicName() + ".json"))) {
            assertThat(
                            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                    .getSchema(schema)
                                    .validate(
                                            new String(json, StandardCharsets.UTF_8),
                                            InputFormat.JSON))
                    .isEmpty();
        }
    }

    private static final class Paths implements EventReader.LeafVisitor {
        final List<String> found = new ArrayList<>();
        final List<String> numbers = new ArrayList<>();

        double number(String path) {
            return Double.parseDouble(numbers.get(found.indexOf(path)));
        }

        @Override
        public void number(String family, String path, String decimal) {
            found.add(family + (path.startsWith("[") ? "" : ".") + path);
            numbers.add(decimal);
        }

        @Override
        public void text(String family, String path, String value) {
            throw new AssertionError("a simulated host has only numbers: " + path);
        }

        @Override
        public void bool(String family, String path, boolean value) {
            throw new AssertionError("a simulated host has only numbers: " + path);
        }
    }
}
