package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One system through one fault after the other; at the end all that was sampled is stored, once. It
 * costs each fault the time to heal, and the last check the minute after which a pack is closed.
 */
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FaultsIT {

    private static final String SYSTEM = "perfwatch.system.v1";
    private static final String COUNTERS = "perfwatch.counters.v1";
    private static final List<String> TOPICS = List.of(SYSTEM, COUNTERS);

    private final PerfWatch perfwatch;

    FaultsIT(@TempDir Path directory) {
        perfwatch = new PerfWatch(directory);
    }

    @BeforeAll
    void up() {
        perfwatch.up();
        TOPICS.forEach(topic -> TopicReader.countWhenThereAre(perfwatch, topic, 3));
    }

    @AfterAll
    void down() {
        perfwatch.close();
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"persister", "gateway", "kafka", "postgresql"})
    void killed_heals(String process) throws IOException, InterruptedException {
        perfwatch.killAndAwaitHealed(process);
        awaitNewSamples();
    }

    @Test
    @Order(2)
    void killedBackend_heals() throws IOException, InterruptedException, SQLException {
        try (var connection = perfwatch.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            perfwatch.signal(ProcessHandle.of(row.getLong(1)).orElseThrow(), "KILL");
        }
        Waiting.patiently().ignoreExceptions().until(this::databaseAnswers);
        awaitNewSamples();
    }

    @Order(3)
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "kafka"})
    void stoppedForAMinute_isWaitedFor(String process) throws IOException, InterruptedException {
        stopFor(process, Duration.ofSeconds(75));
    }

    @Order(4)
    @ParameterizedTest
    @ValueSource(strings = {"sampler", "perf-counter"})
    void killedProbe_leavesAGapOfAtMostTenSeconds(String probe)
            throws IOException, InterruptedException {
        String topic = probe.equals("sampler") ? SYSTEM : COUNTERS;
        Set<String> before = Runs.of(Sample.published(perfwatch, topic)).ids();
        perfwatch.signal(perfwatch.process(probe), "KILL");
        Runs after =
                Waiting.patiently()
                        .until(
                                () -> Runs.of(Sample.published(perfwatch, topic)),
                                runs -> !before.containsAll(runs.ids()));
        assertThat(after.longestGap()).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Order(5)
    @ParameterizedTest
    @CsvSource({SYSTEM + ",cpu", COUNTERS + ",counters"})
    void atTheEnd_nothingIsMissingOrDouble(String topic, String family) throws SQLException {
        Instant faultsOver = Instant.now();
        awaitNewSamples();
        List<Sample> published = Sample.published(perfwatch, topic);
        assertThat(published).doesNotHaveDuplicates();
        Runs.of(published).assertContiguous();
        List<Sample> due =
                Sample.published(perfwatch, topic, family).stream()
                        .filter(sample -> sample.time().isBefore(faultsOver))
                        .toList();
        List<Sample> stored =
                Waiting.patiently()
                        .until(
                                () -> Stored.samples(perfwatch, topic, family),
                                samples -> new HashSet<>(samples).containsAll(due));
        assertThat(stored).doesNotHaveDuplicates();
        assertThat(Sample.published(perfwatch, topic, family)).containsAll(stored);
    }

    @Test
    @Order(6)
    void atTheEnd_historyNamesTheGapOfAKilledProbe() {
        Runs runs = Runs.of(Sample.published(perfwatch, SYSTEM));
        Waiting.patiently()
                .untilAsserted(() ->
                        assertThat(History.gaps(perfwatch, runs))
                                .anyMatch(gap -> gap.reason().equals("unobserved"))
                                .noneMatch(gap -> gap.reason().equals("missing")));
    }

    private void stopFor(String process, Duration time) throws IOException, InterruptedException {
        ProcessHandle stopped = perfwatch.process(process);
        perfwatch.signal(stopped, "STOP");
        try {
            Waiting.pass(time);
        } finally {
            perfwatch.signal(stopped, "CONT");
        }
        assertThat(perfwatch.process(process)).as("still the same process").isEqualTo(stopped);
        awaitNewSamples();
    }

    private void awaitNewSamples() {
        TOPICS.forEach(topic -> TopicReader.awaitNext(perfwatch, topic));
    }

    private boolean databaseAnswers() throws SQLException {
        try (var connection = perfwatch.connect()) {
            return connection.isValid(1);
        }
    }
}
