package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.persister.account.Account.Balance;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Infrastructure.class)
class FaultsIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String GRACE = "--perfwatch.persister.grace=100ms";

    private final Instant minute =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
    private final Broker broker;
    private final Database database;
    private final Stored stored;

    FaultsIT(Broker broker, Database database) {
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
    void aConnectionCutBeforeTheAnswerToACommitLosesAndDoublesNothing() throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(database.port());
                Persister persister = Persister.start(broker, url(proxy), GRACE);
                Events events = new Events(broker)) {
            send(events, "web-1", 1, 1);
            await().atMost(LONG).until(() -> balance(persister).stored() == 1);
            proxy.cut(2);
            for (int host = 2; host <= 40; host++) {
                send(events, "web-" + host, 1, 20);
            }
            await().atMost(LONG).until(() -> proxy.cuts() == 2);
            await().atMost(LONG).until(() -> settled(persister) == 39 * 20 + 1);
            assertThat(balance(persister).isExact()).isTrue();
        }
        for (int host = 2; host <= 40; host++) {
            assertThat(stored.sequences("web-" + host)).isEqualTo(numbers(1, 20));
        }
        assertThat(stored.count("select sum(stored) from completeness")).isEqualTo(39 * 20 + 1);
    }

    private String url(CuttingProxy proxy) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(proxy.port(), Database.NAME);
    }

    @Test
    void whatTheDatabaseRefusesIsADeadLetterAndAllElseIsStored() throws SQLException {
        try (Persister persister = Persister.start(broker, database.url(), GRACE);
                Events events = new Events(broker)) {
            send(events, "web-1", 1, 1);
            await().atMost(LONG).until(() -> balance(persister).stored() == 1);
            refusePacksWith("666");
            for (int host = 1; host <= 9; host++) {
                send(events, "web-" + host, 2, 10);
            }
            String poison = Events.json("web-5", 666, minute.plusSeconds(30), "666");
            events.send(Topic.SYSTEM, "web-5", poison.getBytes(UTF_8));
            await().atMost(LONG).until(() -> balance(persister).deadLettered() > 0);
            send(events, "web-5", 11, 12);
            await().atMost(LONG).until(() -> balance(persister).open() == 0);
            assertThat(balance(persister).isExact()).isTrue();
            int dead = (int) balance(persister).deadLettered();
            List<ConsumerRecord<byte[], byte[]>> letters = Letters.await(broker, dead);
            assertThat(letters)
                    .anySatisfy(l -> assertThat(l.value()).asString(UTF_8).isEqualTo(poison))
                    .allSatisfy(l -> assertThat(reason(l)).contains("not this one"));
            assertThat(stored.sequences("web-5")).hasSize(9 + 2 + 1 - dead).doesNotContain(666L);
        }
        assertThat(stored.sequences("web-4")).isEqualTo(numbers(2, 10));
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
                                if new.payload ->> 'seq' like '%%%s%%' then
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
                                broker, database.url(), GRACE, "--perfwatch.persister.buffer=2MB");
                Events events = new Events(broker)) {
            send(events, "web-1", 1, 1);
            await().atMost(LONG).until(() -> balance(persister).stored() == 1);
            database.stop();
            String text = "x".repeat(10_000);
            for (int i = 0; i < 2000; i++) {
                events.send("big-" + i, 1, minute, "1,\"text\":\"" + text + "\"");
            }
            await().atMost(LONG).until(() -> openBytes(persister) > buffer);
            await().during(Duration.ofSeconds(3))
                    .atMost(LONG)
                    .until(() -> openBytes(persister) < 4 * buffer);
            assertThat(balance(persister).consumed()).isLessThan(2001);
            database.start();
            await().atMost(LONG).until(() -> settled(persister) == 2001);
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
                        Instant time = minute.plusMillis(second * 990L);
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

    private static long settled(Persister persister) {
        return balance(persister).stored() + balance(persister).duplicate();
    }

    private void send(Events events, String host, long from, long to) {
        for (long i = from; i <= to; i++) {
            events.send(host, i, minute.plusSeconds(i), Long.toString(i));
        }
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static Balance balance(Persister persister) {
        return persister.balance(Topic.SYSTEM);
    }
}
