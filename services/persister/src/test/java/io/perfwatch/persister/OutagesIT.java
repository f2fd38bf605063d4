package io.perfwatch.persister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.persister.account.Account.Balance;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that are away, persisters that stop, and two that store the same. */
@ExtendWith(Infrastructure.class)
class OutagesIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** A minute that is over, so that what comes is stored after the grace. */
    private final Instant minute =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);

    private final Broker broker;
    private final Database database;
    private final Stored stored;

    OutagesIT(Broker broker, Database database) {
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
            await().atMost(LONG).until(() -> balance(persister).open() == 6);
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
    void twoWritersOfTheSameMinutesStoreEachEventOnce() {
        Duration grace = Duration.ofMillis(100);
        try (Persister one = Persister.start(broker, database, "one", grace);
                Persister two = Persister.start(broker, database, "two", grace);
                Events events = new Events(broker)) {
            send(events, 1, 50);
            sendOddOnes(events);
            awaitStored(50);
            await().atMost(LONG).until(() -> settled(one) + settled(two) == 100);
            await().atMost(LONG).until(() -> isVerdictTheSame(one) && isVerdictTheSame(two));
            assertThat(balance(one).stored() + balance(two).stored()).isEqualTo(50);
            assertThat(balance(one).duplicate() + balance(two).duplicate()).isEqualTo(50);
        }
        assertThat(stored.sequences("web-1")).isEqualTo(numbers(1, 50));
    }

    /** One is too old and one is ahead, whoever reads them and when. */
    private void sendOddOnes(Events events) {
        events.send("web-1", 51, minute.minus(Duration.ofDays(3)), "1");
        events.send("web-1", 52, Instant.now().plus(Duration.ofHours(1)), "1");
    }

    private static boolean isVerdictTheSame(Persister persister) {
        return balance(persister).tooOld() == 1 && balance(persister).deadLettered() == 1;
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

    private static int health(Persister persister, String group) {
        return persister.get("/actuator/health/" + group).statusCode();
    }
}
