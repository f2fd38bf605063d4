package io.perfwatch.persister.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.test.Database;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One flush after the other. */
class StorageIT extends WithStorage {
    StorageIT(Database database) throws IOException {
        super(database);
    }

    /** Packs of two topics, hosts that say what they are, and how far all is stored. */
    @Test
    void whatIsNewIsStoredInOneRoundTrip() {
        storage.store(everything(1));
        for (int minute = 2; minute <= 8; minute++) {
            int before = proxy.answers();
            Stored stored = storage.store(everything(minute));
            assertThat(proxy.answers() - before).as("minute %d", minute).isEqualTo(1);
            assertThat(stored.minutes()).containsExactly(60, 60, 60, 60, 60, 60);
            assertThat(stored.documents()).containsExactly(false, false, false);
        }
        assertThat(count("select count(*) from pack_raw")).isEqualTo(8 * 3 * 3);
        assertThat(count("select sum(samples) from pack_raw")).isEqualTo(8 * 3 * 3 * 60);
        assertThat(count("select sum(stored) from completeness")).isEqualTo(8 * 2 * 3 * 60);
        assertThat(count("select count(*) from dirty")).isEqualTo(3 * 3);
        assertThat(count("select sum(version) from dirty")).isEqualTo(8 * 3 * 3);
        assertThat(count("select count(*) from host_state where sequence = 480")).isEqualTo(2 * 3);
        assertThat(count("select count(*) from host_inventory")).isEqualTo(3);
        assertThat(count("select sum(next_offset) from watermark")).isEqualTo(2 * 8);
    }

    @Test
    void whatIsThereIsCountedOnceHoweverItComes() {
        storage.store(of(minute("web-1", SYSTEM, 1, 1, 40, "cpu", "memory")));
        storage.store(of(minute("web-2", SYSTEM, 1, 1, 60, "cpu")));
        // Some of it, all of it, and what is new beside both.
        Stored again =
                storage.store(
                        of(
                                minute("web-1", SYSTEM, 1, 21, 60, "cpu", "memory"),
                                minute("web-2", SYSTEM, 1, 1, 60, "cpu"),
                                minute("web-2", SYSTEM, 2, 61, 120, "cpu")));
        assertThat(again.minutes()).containsExactly(20, 0, 60);
        assertThat(count("select sum(stored) from completeness")).isEqualTo(60 + 60 + 60);
        assertThat(count("select sum(samples) from pack_raw")).isEqualTo(60 + 60 + 60 + 60);
    }

    @Test
    void twoWhoStoreTheSameAtTheSameTimeStoreItOnce() {
        storage.store(everything(1));
        for (int minute = 2; minute <= 30; minute++) {
            Batch batch = everything(minute);
            List<CompletableFuture<Stored>> both =
                    Stream.of(1, 2)
                            .map(_ -> CompletableFuture.supplyAsync(() -> storage.store(batch)))
                            .toList();
            int events =
                    both.stream()
                            .flatMap(f -> f.join().minutes().stream())
                            .mapToInt(Integer::intValue)
                            .sum();
            assertThat(events).as("minute %d", minute).isEqualTo(2 * 3 * 60);
        }
        assertThat(count("select sum(stored) from completeness")).isEqualTo(30 * 2 * 3 * 60);
        assertThat(count("select count(*) from pack_raw")).isEqualTo(30 * 3 * 3);
    }

    @Test
    void aForgottenHostIsANewOneWhenItComesAgain() {
        storage.store(everything(1));
        int before = number("web-1");
        context.getBean(ForgottenHosts.class).forget("web-1", append(2));
        // The broker took the first sixty of these before it was forgotten.
        Stored stored =
                storage.store(
                        of(
                                minute("web-1", SYSTEM, 2, 61, 120, "cpu"),
                                minute("web-1", SYSTEM, 3, 121, 180, "cpu"),
                                minute("web-2", SYSTEM, 2, 61, 120, "cpu")));
        assertThat(stored.minutes()).containsExactly(0, 60, 60);
        assertThat(number("web-1")).isGreaterThan(before);
        assertThat(count("select sum(samples) from pack_raw where host_id = " + number("web-1")))
                .isEqualTo(60);
    }

    /** As another persister does it, between two looks at the hosts of a batch. */
    @Test
    void aHostThatIsForgottenWhileAnotherGetsItsNumberIsANewOne() {
        storage.store(everything(1));
        int before = number("web-1");
        jdbc.execute(
                """
                create function forget() returns trigger language plpgsql as $$
                begin
                    delete from host where name = 'web-1';
                    return null;
                end $$;
                create trigger forget after insert on host
                    for each row when (new.name = 'other') execute function forget()
                """);
        Stored stored =
                storage.store(
                        of(
                                minute("web-1", SYSTEM, 2, 61, 120, "cpu"),
                                minute("other", SYSTEM, 2, 1, 60, "cpu")));
        assertThat(stored.minutes()).containsExactly(60, 60);
        assertThat(number("web-1")).isGreaterThan(before);
    }

    /** As in a database that was restored: numbers that are known here are those of others. */
    @Test
    void aNumberThatIsAnotherHostsByNowIsAskedForAnew() {
        storage.store(everything(1));
        int before = number("web-1");
        jdbc.execute("update host set name = 'another' where name = 'web-1'");
        jdbc.execute("update host set name = 'web-1' where name = 'web-2'");
        Stored stored = storage.store(of(minute("web-1", SYSTEM, 2, 61, 120, "cpu")));
        assertThat(stored.minutes()).containsExactly(60);
        assertThat(number("web-1")).isNotEqualTo(before);
        assertThat(count("select count(*) from pack_raw where host_id = " + before)).isEqualTo(3);
        assertThat(count("select count(*) from pack_raw where host_id = " + number("web-1")))
                .isEqualTo(3 + 1);
    }

    @Test
    void aDescriptionIsARowWhereItDiffersFromTheOneBefore() {
        storage.store(everything(1));
        assertThat(storage.store(of(description("web-1", 2, "2"))).documents())
                .containsExactly(true);
        assertThat(
                        storage.store(
                                        of(
                                                description("web-1", 3, "2"),
                                                description("web-1", 4, "1"),
                                                description("web-1", 5, "2"),
                                                description("web-2", 5, "1")))
                                .documents())
                .containsExactly(false, true, true, false);
        assertThat(
                        jdbc.queryForList(
                                "select document ->> 'version' from host_inventory where host_id = ? order by since",
                                String.class,
                                number("web-1")))
                .containsExactly("1", "2", "1", "2");
    }
}
