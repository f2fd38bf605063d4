package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.persister.account.Account.Balance;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.FreePort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Servers that are away, persisters that stop, and two that store the same. */
class OutagesIT extends WithServers {
    private static final List<Topic> MEASURED =
            List.of(Topic.SYSTEM, Topic.PROCESSES, Topic.COUNTERS);
    private static final int HOSTS = 9;
    private static final int EVERYWHERE = MEASURED.size() * HOSTS;

    OutagesIT(Broker broker, Database database) {
        super(broker, database);
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() {
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("web-1", 1, 3);
            stored.await("web-1", 3);
            assertThat(persister.health("readiness")).isEqualTo(200);
            database.stop();
            events.send("web-1", 4, 9);
            await().atMost(LONG).until(() -> persister.health("readiness") == 503);
            assertThat(persister.health("liveness")).isEqualTo(200);
            await().atMost(LONG).until(() -> persister.balance().open() == 6);
            database.start();
            stored.await("web-1", 9);
            await().atMost(LONG).until(() -> persister.health("readiness") == 200);
            assertThat(persister.balance().isExact()).isTrue();
        }
        assertThat(stored.sequences("web-1")).isEqualTo(Stored.numbers(1, 9));
    }

    /** There are 32,767 of them. */
    @Test
    void aStartTakesNoNumbersOfFamiliesThatAreThere() {
        try (Events events = new Events(broker)) {
            for (int start = 1; start <= 4; start++) {
                try (Persister _ = Persister.start(broker, database)) {
                    String json =
                            Events.json("web-1", start, events.minute.plusSeconds(start), "1");
                    String last =
                            start < 4 ? json : json.replace("\"cpu\"", "\"new\":{\"x\":1},\"cpu\"");
                    events.send(Topic.SYSTEM, "web-1", last.getBytes(UTF_8));
                    stored.await("web-1", start);
                }
            }
        }
        assertThat(stored.count("select max(id) from family"))
                .isEqualTo(stored.count("select count(*) from family"));
    }

    @Test
    void itStartsBeforeTheDatabaseAndTheBroker() throws IOException {
        int kafka = FreePort.next();
        int postgres = FreePort.next();
        try (Persister persister =
                Persister.start(
                        "127.0.0.1:" + kafka,
                        Persister.databaseUrl(postgres),
                        Persister.SHORT_GRACE)) {
            assertThat(persister.health("liveness")).isEqualTo(200);
            assertThat(persister.health("readiness")).isEqualTo(503);
            assertThat(persister.get("/actuator/health/readiness").body())
                    .contains(Topic.SETTINGS.topicName());
            try (Proxy _ = new Proxy(kafka, port(broker.bootstrapServers()));
                    Proxy _ = new Proxy(postgres, database.port());
                    Events events = new Events(broker)) {
                await().atMost(LONG).until(() -> persister.health("readiness") == 200);
                assertThat(stored.count("select count(*) from pack_raw")).isZero();
                events.send("web-1", 1, 3);
                stored.await("web-1", 3);
            }
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    @Test
    void whatWasOpenIsStoredAtTheEndOrReadAgain() {
        try (Events events = new Events(broker)) {
            try (Persister persister = patient()) {
                await().atMost(LONG).until(() -> persister.health("liveness") == 200);
                events.send("web-1", 1, 4);
                await().atMost(LONG).until(() -> persister.balance().open() == 4);
            }
            assertThat(stored.sequences("web-1")).isEqualTo(Stored.numbers(1, 4));
            try (Persister persister = patient()) {
                events.send("web-1", 5, 6);
                await().atMost(LONG).until(() -> persister.balance().open() == 2);
                database.stop();
            }
            database.start();
            try (Persister _ = Persister.start(broker, database)) {
                stored.await("web-1", 6);
            }
        }
        assertThat(stored.sequences("web-1")).isEqualTo(Stored.numbers(1, 6));
    }

    @Test
    void whatIsOpenAtARebalanceIsAbandonedAndStoredByTheOther() {
        try (Persister one = Persister.start(broker, database);
                Events events = new Events(broker)) {
            await().atMost(LONG).until(() -> one.health("readiness") == 200);
            database.stop();
            sendToEveryPartition(events);
            await().atMost(LONG).until(() -> sum(one, Balance::open) == EVERYWHERE);
            try (Persister two = Persister.start(broker, database)) {
                await().atMost(LONG).until(() -> sum(one, Balance::abandoned) > 0);
                assertThat(isExact(one)).isTrue();
                database.start();
                await().atMost(LONG)
                        .until(() ->
                                sum(one, Balance::stored) + sum(two, Balance::stored)
                                        == EVERYWHERE);
                assertThat(isExact(one) && isExact(two)).isTrue();
            }
        }
        assertThat(stored.count("select sum(stored) from completeness")).isEqualTo(EVERYWHERE);
    }

    /** More partitions than a second persister leaves to the first one. */
    private static void sendToEveryPartition(Events events) {
        for (Topic topic : MEASURED) {
            for (int host = 1; host <= HOSTS; host++) {
                String json = Events.json("web-" + host, 1, events.minute, "0.1");
                events.send(topic, "web-" + host, json.getBytes(UTF_8));
            }
        }
    }

    private static long sum(Persister persister, ToLongFunction<Balance> number) {
        return MEASURED.stream().map(persister::balance).mapToLong(number).sum();
    }

    private static boolean isExact(Persister persister) {
        return MEASURED.stream().map(persister::balance).allMatch(Balance::isExact);
    }

    @Test
    void twoWritersOfTheSameMinutesStoreEachEventOnce() {
        try (Persister one = ofGroup("one");
                Persister two = ofGroup("two");
                Events events = new Events(broker)) {
            events.send("web-1", 1, 50);
            sendOddOnes(events);
            stored.await("web-1", 50);
            await().atMost(LONG).until(() -> one.settled() + two.settled() == 100);
            await().atMost(LONG).until(() -> isVerdictTheSame(one) && isVerdictTheSame(two));
            assertThat(one.balance().stored() + two.balance().stored()).isEqualTo(50);
            assertThat(one.balance().duplicate() + two.balance().duplicate()).isEqualTo(50);
        }
        assertThat(stored.sequences("web-1")).isEqualTo(Stored.numbers(1, 50));
    }

    private Persister ofGroup(String name) {
        String group = "--spring.kafka.consumer.group-id=" + name;
        return Persister.start(broker, database.url(), Persister.SHORT_GRACE, group);
    }

    /** One is too old and one is ahead, whoever reads them and when. */
    private void sendOddOnes(Events events) {
        events.send("web-1", 51, events.minute.minus(Duration.ofDays(3)), "1");
        events.send("web-1", 52, Instant.now().plus(Duration.ofHours(1)), "1");
    }

    private static boolean isVerdictTheSame(Persister persister) {
        return persister.balance().tooOld() == 1 && persister.balance().deadLettered() == 1;
    }

    /** Keeps a minute open until it is stopped. */
    private Persister patient() {
        return Persister.start(broker, database.url(), "--perfwatch.persister.grace=10s");
    }
}
