package io.perfwatch.persister.hosts;

import io.perfwatch.persister.table.Tier;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A host is forgotten at once, as nothing leads to its rows any more; these are removed after that.
 * One that goes on sending is a new host.
 */
@Component
public class ForgottenHosts {
    /** In the order in which they are written. */
    private static final List<String> BY_HOST =
            List.of("host_inventory", "completeness", "dirty", "host_state");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ConcurrentMap<String, Instant> expected = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> known = new CompletableFuture<>();

    ForgottenHosts(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A tombstone that {@link #forgetExpected} is going to obey. */
    void expect(String host, Instant append) {
        expected.merge(host, append, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Done once all tombstones that were there at the start are expected. */
    public CompletableFuture<Void> known() {
        return known.copy();
    }

    void allRead() {
        known.complete(null);
    }

    /** Before anything is stored: no other thread goes on until this is done. */
    public synchronized void forgetExpected() {
        expected.forEach((host, append) -> {
            forget(host, append);
            expected.remove(host, append);
        });
    }

    /**
     * From now on nothing is stored of it that the broker took until then.
     *
     * @param append when the broker took the tombstone
     * @return false if that was known already, as when the tombstone is read again
     */
    public boolean forget(String host, Instant append) {
        return Objects.requireNonNull(transactions.execute(_ -> write(host, append.toString())));
    }

    /** Also where no row of the host is: older events of it may be read after the tombstone. */
    private boolean write(String host, String append) {
        List<Integer> ids =
                jdbc.query(
                        """
                        with gone as (
                            delete from host where name = ? and first_seen <= ?::timestamptz
                            returning id)
                        insert into forgotten_host (id, name, forgotten)
                        select gone.id, ?, ?::timestamptz
                        from (values (1)) as one left join gone on true
                        where gone.id is not null or not exists (
                            select from forgotten_host where name = ? and forgotten >= ?::timestamptz)
                        returning coalesce(id, 0)
                        """,
                        (row, _) -> row.getInt(1),
                        host,
                        append,
                        host,
                        append,
                        host,
                        append);
        for (int id : ids) {
            BY_HOST.forEach(table -> delete(table, id));
        }
        return !ids.isEmpty();
    }

    private int delete(String table, int id) {
        return jdbc.update("delete from %s where host_id = ?".formatted(table), id);
    }

    /** Of these, those that were forgotten, and when: what the broker took before is not stored. */
    public Map<String, Instant> among(Collection<String> hosts) {
        Map<String, Instant> forgotten = new HashMap<>();
        jdbc.query(
                """
                select name, extract(epoch from max(forgotten)) * 1000 from forgotten_host
                where name = any(?) group by name
                """,
                row -> {
                    forgotten.put(row.getString(1), Instant.ofEpochMilli(row.getLong(2)));
                },
                (Object) hosts.toArray(String[]::new));
        return forgotten;
    }

    /**
     * Removes what is kept of them, and them after {@code border}.
     *
     * @return the rows
     */
    public int remove(Instant border) {
        int rows = 0;
        for (int id :
                jdbc.queryForList(
                        "select id from forgotten_host where id is not null", Integer.class)) {
            rows += remove(id);
        }
        jdbc.update(
                "delete from forgotten_host where forgotten < ?::timestamptz and id is null",
                border.toString());
        return rows;
    }

    /** Once nothing was there, nothing is looked for again: it may take a scan of all rows. */
    private int remove(int id) {
        int rows = 0;
        for (Tier tier : Tier.values()) {
            rows += delete(tier.table(), id);
        }
        for (String table : BY_HOST) {
            rows += delete(table, id);
        }
        if (rows == 0) {
            jdbc.update(
                    """
                    update forgotten_host set id = null
                    where id = ? and noted < now() - interval '1 minute'
                    """,
                    id);
        }
        return rows;
    }
}
