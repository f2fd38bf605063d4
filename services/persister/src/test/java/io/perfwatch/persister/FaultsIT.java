package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.FreePort;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that cuts, refuses and is away, and a heap that is small. */
class FaultsIT extends WithServers {
    FaultsIT(Broker broker, Database database) {
        super(broker, database);
    }

    @Test
    void aConnectionCutBeforeTheAnswerToACommitLosesAndDoublesNothing() throws IOException {
        int port = FreePort.next();
        try (DatabaseProxy proxy = new DatabaseProxy(port, database.port());
                Persister persister =
                        Persister.start(
                                broker, Persister.databaseUrl(port), Persister.SHORT_GRACE);
                Events events = new Events(broker)) {
            events.send("web-1", 1, 1);
            await().atMost(LONG).until(() -> persister.balance().stored() == 1);
            proxy.cut(2);
            for (int host = 2; host <= 40; host++) {
                events.send("web-" + host, 1, 20);
            }
            await().atMost(LONG).until(() -> proxy.cuts() == 2);
            await().atMost(LONG).until(() -> persister.settled() == 39 * 20 + 1);
            assertThat(persister.balance().isExact()).isTrue();
        }
        for (int host = 2; host <= 40; host++) {
            assertThat(stored.sequences("web-" + host)).isEqualTo(Stored.numbers(1, 20));
        }
        assertThat(stored.count("select sum(stored) from completeness")).isEqualTo(39 * 20 + 1);
    }

    @Test
    void whatTheDatabaseRefusesIsADeadLetterAndAllElseIsStored() throws SQLException {
        try (Persister persister = Persister.start(broker, database);
                Events events = new Events(broker)) {
            events.send("web-1", 1, 1);
            await().atMost(LONG).until(() -> persister.balance().stored() == 1);
            refusePacksWith("666");
            for (int host = 1; host <= 9; host++) {
                events.send("web-" + host, 2, 10);
            }
            String poison = Events.json("web-5", 666, events.minute.plusSeconds(30), "666");
            events.send(Topic.SYSTEM, "web-5", poison.getBytes(UTF_8));
            await().atMost(LONG).until(() -> persister.balance().deadLettered() > 0);
            events.send("web-5", 11, 12);
            await().atMost(LONG).until(() -> persister.balance().open() == 0);
            assertThat(persister.balance().isExact()).isTrue();
            int dead = (int) persister.balance().deadLettered();
            List<ConsumerRecord<byte[], byte[]>> letters = Letters.await(broker, dead);
            assertThat(letters)
                    .anySatisfy(l -> assertThat(l.value()).asString(UTF_8).isEqualTo(poison))
                    .allSatisfy(l -> assertThat(reason(l)).contains("not this one"));
            assertThat(stored.sequences("web-5")).hasSize(9 + 2 + 1 - dead).doesNotContain(666L);
        }
        assertThat(stored.sequences("web-4")).isEqualTo(Stored.numbers(2, 10));
    }

    /** As a column that is too small would, or a check. */
    private void refusePacksWith(String sequence) throws SQLException {
        try (Connection connection = database.connect(Database.PERSISTER)) {
            connection
                    .createStatement()
                    .execute(
                            """
                            create function refuse() returns trigger language plpgsql as $$
                            begin
                                if %s = any (perfwatch_list(new.payload -> 'seq', new.samples)) then
                                    raise exception 'not this one' using errcode = '22000';
                                end if;
                                return new;
                            end $$;
                            create trigger refuse before insert or update on pack_raw
                                for each row execute function refuse()
                            """
                                    .formatted(sequence));
        }
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader("dlt_reason").value(), UTF_8);
    }

    @Test
    void memoryIsBoundedWhileTheDatabaseIsAway() {
        double buffer = 2_000_000;
        try (Persister persister =
                        Persister.start(
                                broker,
                                database.url(),
                                Persister.SHORT_GRACE,
                                "--perfwatch.persister.buffer=2MB");
                Events events = new Events(broker)) {
            events.send("web-1", 1, 1);
            await().atMost(LONG).until(() -> persister.balance().stored() == 1);
            database.stop();
            String text = "x".repeat(10_000);
            for (int i = 0; i < 1000; i++) {
                events.send("big-" + i, 1, events.minute, "1,\"text\":\"" + text + "\"");
            }
            await().atMost(LONG).until(() -> openBytes(persister) > buffer);
            await().during(Duration.ofSeconds(3))
                    .atMost(LONG)
                    .until(() -> openBytes(persister) < 4 * buffer);
            assertThat(persister.balance().consumed()).isLessThan(1001);
            database.start();
            await().atMost(LONG).until(() -> persister.settled() == 1001);
            assertThat(openBytes(persister)).isLessThan(buffer);
        }
    }

    /** Four times as much at once as the buffer of a heap of 128 MiB holds. */
    @Test
    @Tag("full")
    void aSmallHeapIsEnoughForAThousandHosts() {
        String values = "1,\"x\":[" + "0.123456,".repeat(399) + "1]";
        try (PersisterProcess persister = PersisterProcess.start(broker, database)) {
            try (Events events = new Events(broker)) {
                for (int second = 1; second <= 60; second++) {
                    for (int host = 0; host < 1000; host++) {
                        Instant time = events.minute.plusMillis(second * 990L);
                        events.send("host-" + host, second, time, values);
                    }
                }
            }
            String all = "select coalesce(sum(stored), 0) from completeness";
            await().atMost(LONG.multipliedBy(3))
                    .ignoreExceptions()
                    .until(() -> !persister.isAlive() || stored.count(all) == 60_000);
            assertThat(persister.isAlive()).isTrue();
        }
    }

    private static double openBytes(Persister persister) {
        return persister
                .prometheus()
                .lines()
                .filter(line -> line.startsWith("perfwatch_persister_open_bytes "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElse(0);
    }
}
