package io.perfwatch.persister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Persisters that are killed at random times: each acknowledged event is stored, and once. */
class KillsIT extends WithServers {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(12);

    private final Random random = new Random(7);

    KillsIT(Broker broker, Database database) {
        super(broker, database);
    }

    /** Who waits for the end needs topics and tables. */
    @BeforeEach
    void make() {
        try (Persister persister = Persister.start(broker, database)) {
            await().atMost(LONG).until(() -> persister.health("readiness") == 200);
        }
    }

    @Test
    void aKilledPersisterLosesAndDoublesNothing() throws InterruptedException {
        killAtRandom(20, 1, Duration.ofSeconds(6));
    }

    @Test
    void ofTwoPersistersEitherIsKilledAndNothingIsLostOrDouble() throws InterruptedException {
        killAtRandom(20, 2, Duration.ofSeconds(6));
    }

    @Test
    @Tag("full")
    void aPersisterKilledForTwoMinutesLosesAndDoublesNothing() throws InterruptedException {
        killAtRandom(200, 1, Duration.ofMinutes(2));
    }

    @Test
    @Tag("full")
    void twoPersistersThatFightOverPartitionsLoseAndDoubleNothing() throws InterruptedException {
        killAtRandom(200, 2, Duration.ofMinutes(2));
    }

    /** Kills one of them, starts another in its place, and so on. */
    private void killAtRandom(int hosts, int instances, Duration length)
            throws InterruptedException {
        List<PersisterProcess> running = new ArrayList<>();
        try (EventFleet fleet = new EventFleet(broker, hosts)) {
            fleet.start();
            Instant end = Instant.now().plus(length);
            while (Instant.now().isBefore(end)) {
                while (running.size() < instances) {
                    running.add(PersisterProcess.start(broker, database));
                }
                Thread.sleep(random.nextLong(LONGEST_LIFE.toMillis()));
                running.remove(random.nextInt(running.size())).kill();
            }
            running.add(PersisterProcess.start(broker, database));
            fleet.stop();
            awaitCommitted(fleet.acknowledged());
            assertThat(stored.sequencesByHost()).isEqualTo(fleet.acknowledged());
            assertThat(stored.count("select sum(stored) from completeness"))
                    .isEqualTo(count(fleet.acknowledged()));
        } finally {
            running.forEach(PersisterProcess::close);
        }
    }

    /** What is committed is stored. */
    private void awaitCommitted(Map<String, List<Long>> events) {
        try (Admin admin = broker.admin()) {
            await().atMost(LONG.multipliedBy(2)).until(() -> committed(admin) == count(events));
        }
    }

    private static long count(Map<String, List<Long>> events) {
        return events.values().stream().mapToLong(List::size).sum();
    }

    private static long committed(Admin admin) throws Exception {
        return admin
                .listConsumerGroupOffsets("perfwatch-persister")
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(e -> e.getKey().topic().equals("perfwatch.system.v1"))
                .collect(Collectors.summingLong(e -> e.getValue().offset()));
    }
}
