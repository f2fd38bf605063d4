package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.pack.Pack;
import io.perfwatch.persister.account.Account.Balance;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Infrastructure.class)
class PersisterIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** A minute that is over, so that what comes is stored after the grace. */
    private final Instant minute =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);

    private final Broker broker;
    private final Database database;
    private final Stored stored;

    PersisterIT(Broker broker, Database database) {
        this.broker = broker;
        this.database = database;
        this.stored = new Stored(database);
    }

    @BeforeEach
    void empty() {
        broker.clear();
        database.clear();
    }

    @Test
    void eventsBecomePacksOnceHoweverOftenTheyCome() {
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            send(events, 1, 5);
            awaitStored(5);
            send(events, 3, 8);
            awaitStored(8);
            assertThat(balance(persister).duplicate()).isEqualTo(3);
            assertThat(balance(persister).isExact()).isTrue();
        }
        assertThat(series()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(stored.packs().getFirst().number("utilization", 0)).isEqualTo("1");
        assertThat(stored.count("select count(*) from host_state")).isEqualTo(1);
        assertThat(stored.count("select sum(next_offset) from watermark")).isEqualTo(11);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextRecordIsStored() {
        String deep = "[".repeat(20) + "]".repeat(20);
        List<String> poison =
                List.of(
                        "not JSON",
                        "{\"host\":\"h\"",
                        "[]",
                        Events.json("h", 0, minute, "1"),
                        Events.json("Ünïcode 😀", 1, minute, "1"),
                        Events.json("'; drop table pack_raw; --", 1, minute, "1"),
                        Events.json("h".repeat(10_000), 1, minute, "1"),
                        Events.json("h", 1, minute, "NaN"),
                        Events.json("h", 1, minute, "1e999"),
                        Events.json("h", 1, minute, deep),
                        Events.json("h", 1, minute, "1,\"x\":[" + "1,".repeat(26_000) + "1]"),
                        Events.json("h", 1, minute, "\"" + "x".repeat(600_000) + "\""),
                        Events.json("h", 1, minute.plus(Duration.ofHours(1)), "1"),
                        Events.json("h", 1, minute, "1").replace("\"cpu\"", "\"a'b\""));
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            send(events, 1, 1);
            poison.forEach(p -> events.send(Topic.SYSTEM, "web-1", p.getBytes(UTF_8)));
            events.send(Topic.SYSTEM, "web-1", new byte[] {(byte) 0xff, (byte) 0xfe});
            send(events, 2, 2);
            awaitStored(2);
            await().atMost(LONG)
                    .until(() -> balance(persister).deadLettered() == poison.size() + 1);
            assertThat(balance(persister).isExact()).isTrue();
        }
        List<ConsumerRecord<byte[], byte[]>> letters = Letters.await(broker, poison.size() + 1);
        assertThat(letters.getFirst().value()).asString(UTF_8).isEqualTo("not JSON");
        assertThat(letters)
                .allSatisfy(l -> assertThat(l.headers().lastHeader("dlt_reason")).isNotNull());
    }

    @Test
    void textThatTheDatabaseRefusesIsStoredAllTheSame() {
        try (Persister _ = Persister.start(broker, database);
                Events events = new Events(broker)) {
            String odd = "1,\"state\":\"a\\u0000b\\ud800\",\"d\\u0000'; --😀\":{\"x\":2}";
            events.send("web-1", 1, minute, odd);
            awaitStored(1);
        }
        Pack pack = stored.packs().getFirst();
        assertThat(pack.text("state", 0)).isEqualTo("a\ufffdb\ufffd");
        assertThat(pack.number("[d\ufffd'; --😀].x", 0)).isEqualTo("2");
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() {
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            send(events, 1, 3);
            awaitStored(3);
            assertThat(health(persister, "readiness")).isEqualTo(200);
            database.stop();
            send(events, 4, 9);
            await().atMost(LONG).until(() -> health(persister, "readiness") == 503);
            assertThat(health(persister, "liveness")).isEqualTo(200);
            assertThat(balance(persister).open()).isEqualTo(6);
            database.start();
            awaitStored(9);
            await().atMost(LONG).until(() -> health(persister, "readiness") == 200);
            assertThat(balance(persister).isExact()).isTrue();
        }
        assertThat(stored.sequences("web-1")).isEqualTo(numbers(1, 9));
    }

    @Test
    void itStartsBeforeTheDatabaseAndTheBroker() {
        database.stop();
        broker.stop();
        try (Persister persister = Persister.start(broker, database)) {
            assertThat(health(persister, "liveness")).isEqualTo(200);
            assertThat(health(persister, "readiness")).isEqualTo(503);
            broker.start();
            database.start();
            await().atMost(LONG).until(() -> health(persister, "readiness") == 200);
            assertThat(stored.count("select count(*) from pack_raw")).isZero();
            try (Events events = new Events(broker)) {
                send(events, 1, 3);
                awaitStored(3);
            }
        }
    }

    @Test
    void whatWasOpenIsStoredAtTheEndOrReadAgain() {
        try (Events events = new Events(broker)) {
            try (Persister persister = patient()) {
                await().atMost(LONG).until(() -> health(persister, "liveness") == 200);
                send(events, 1, 4);
                await().atMost(LONG).until(() -> balance(persister).open() == 4);
            }
            assertThat(stored.sequences("web-1")).isEqualTo(numbers(1, 4));
            try (Persister persister = patient()) {
                send(events, 5, 6);
                await().atMost(LONG).until(() -> balance(persister).open() == 2);
                database.stop();
            }
            database.start();
            try (Persister _ = Persister.start(broker, database)) {
                awaitStored(6);
            }
        }
        assertThat(stored.sequences("web-1")).isEqualTo(numbers(1, 6));
    }

    @Test
    void whatIsOlderThanTheRetentionIsCountedAndDropped() {
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("web-1", 1, Instant.now().minus(Duration.ofHours(49)), "1");
            send(events, 2, 2);
            awaitStored(1);
            assertThat(balance(persister).tooOld()).isEqualTo(1);
        }
    }

    @Test
    void hostsAreDescribedOnceEachTimeTheyChange() {
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            int sequence = 1;
            for (String version : List.of("1", "1", "2")) {
                String json =
                        """
                        {"host":"web-1","probe":"sampler","run":"%s","sequence":%d,"time":"%s",\
                        "version":"%s"}\
                        """
                                .formatted(
                                        Events.RUN,
                                        sequence,
                                        minute.plusSeconds(sequence),
                                        version);
                events.send(Topic.HOSTS, "web-1/sampler", json.getBytes(UTF_8));
                sequence++;
            }
            await().atMost(LONG).until(() -> persister.balance(Topic.HOSTS).stored() == 2);
            assertThat(persister.balance(Topic.HOSTS).duplicate()).isEqualTo(1);
        }
        assertThat(stored.count("select count(*) from host_inventory")).isEqualTo(2);
    }

    @Test
    void annotationsAreAsTheirNewestRecordsSay() {
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            annotate(events, "a", "{'id':'a','time':'2026-03-01T12:00:00Z','text':'1'}");
            annotate(
                    events,
                    "a",
                    "{'id':'a','time':'2026-03-01T12:00:00Z','text':'2\\u0000','tags':['t'],'hosts':['web-1']}");
            annotate(events, "b", "{'id':'b','time':'2026-03-01T12:00:00Z','text':'3'}");
            events.send(Topic.ANNOTATIONS, "b", null);
            events.send(Topic.ANNOTATIONS, "never there", null);
            annotate(events, "c", "{'id':'d','time':'2026-03-01T12:00:00Z','text':'4'}");
            await().atMost(LONG)
                    .untilAsserted(() -> {
                        assertThat(persister.balance(Topic.ANNOTATIONS).stored()).isEqualTo(4);
                        assertThat(persister.balance(Topic.ANNOTATIONS).deadLettered())
                                .isEqualTo(2);
                    });
            assertThat(persister.balance(Topic.ANNOTATIONS).isExact()).isTrue();
        }
        assertThat(stored.strings("select id || text || tags::text || hosts::text from annotation"))
                .containsExactly("a2\ufffd{t}{web-1}");
    }

    private static void annotate(Events events, String key, String json) {
        events.send(Topic.ANNOTATIONS, key, json.replace('\'', '"').getBytes(UTF_8));
    }

    @Test
    void twoWritersOfTheSameMinutesStoreEachEventOnce() {
        Duration grace = Duration.ofMillis(100);
        try (Persister one = Persister.start(broker, database, "one", grace);
                Persister two = Persister.start(broker, database, "two", grace);
                Events events = new Events(broker)) {
            send(events, 1, 50);
            awaitStored(50);
            await().atMost(LONG).until(() -> settled(one) + settled(two) == 100);
            assertThat(balance(one).stored() + balance(two).stored()).isEqualTo(50);
            assertThat(balance(one).duplicate() + balance(two).duplicate()).isEqualTo(50);
        }
        assertThat(stored.sequences("web-1")).isEqualTo(numbers(1, 50));
    }

    private static long settled(Persister persister) {
        return balance(persister).stored() + balance(persister).duplicate();
    }

    /** Keeps a minute open until it is stopped. */
    private Persister patient() {
        return Persister.start(broker, database, "perfwatch-persister", Duration.ofSeconds(10));
    }

    private void send(Events events, long from, long to) {
        for (long i = from; i <= to; i++) {
            events.send("web-1", i, minute.plusSeconds(i), Long.toString(i));
        }
    }

    private static Balance balance(Persister persister) {
        return persister.balance(Topic.SYSTEM);
    }

    private void awaitStored(int samples) {
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() ->
                        stored.count("select coalesce(sum(samples), 0) from pack_raw") == samples);
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private List<String> series() {
        return stored.strings(
                "select value::text from perfwatch_series('web-1', 'cpu.utilization', '%s', '%s')"
                        .formatted(minute, minute.plusSeconds(60)));
    }

    private static int health(Persister persister, String group) {
        return persister.get("/actuator/health/" + group).statusCode();
    }
}
