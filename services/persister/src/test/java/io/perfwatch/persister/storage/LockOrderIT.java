package io.perfwatch.persister.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.test.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who stores and who forgets wait for each other, and so never block each other. */
class LockOrderIT extends WithStorage {
    LockOrderIT(Database database) throws IOException {
        super(database);
    }

    /** Another persister has the same minute in a union. */
    @Test
    void aFlushThatWaitsForAPackHoldsNothingElse() throws SQLException {
        storage.store(everything(1));
        try (Connection other = transaction()) {
            execute(
                    other,
                    """
                    insert into pack_raw
                    select host_id, family, start + interval '1 minute', 0, '{}' from pack_raw
                    """);
            CompletableFuture<Stored> flush =
                    CompletableFuture.supplyAsync(() -> storage.store(everything(2)));
            awaitOneThatWaits();
            execute(other, "select from completeness for update nowait");
            execute(other, "select from dirty for update nowait");
            execute(other, "select from host_state for update nowait");
            execute(other, "select from watermark for update nowait");
            other.rollback();
            assertThat(flush.join().minutes()).containsExactly(60, 60, 60, 60, 60, 60);
        }
    }

    /** Another persister tells of partitions that were this one's a moment ago. */
    @Test
    void aFlushThatWaitsForAWatermarkHoldsNoneBehindIt() throws SQLException {
        storage.store(everything(1));
        try (Connection other = transaction()) {
            execute(
                    other,
                    "select from watermark where topic = '%s' for update".formatted(COUNTERS));
            CompletableFuture<Stored> flush =
                    CompletableFuture.supplyAsync(() -> storage.store(everything(2)));
            awaitOneThatWaits();
            execute(
                    other,
                    "select from watermark where topic = '%s' for update nowait".formatted(SYSTEM));
            other.rollback();
            assertThat(flush.join().minutes()).containsExactly(60, 60, 60, 60, 60, 60);
        }
    }

    /** A flush has counted events of the host, and goes on with marks and its state. */
    @Test
    void whoForgetsAHostAndWaitsForAFlushHoldsNothingThatItNeeds() throws SQLException {
        storage.store(everything(1));
        try (Connection flush = transaction()) {
            execute(flush, "select from completeness for update");
            CompletableFuture<Boolean> forgotten =
                    CompletableFuture.supplyAsync(
                            () -> context.getBean(ForgottenHosts.class).forget("web-1", append(2)));
            awaitOneThatWaits();
            execute(flush, "select from dirty for update nowait");
            execute(flush, "select from host_state for update nowait");
            flush.rollback();
            assertThat(forgotten.join()).isTrue();
        }
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.connect(Database.PERSISTER);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitOneThatWaits() {
        await().until(() ->
                count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == 1);
    }
}
