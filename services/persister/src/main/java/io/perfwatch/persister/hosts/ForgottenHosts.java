package io.perfwatch.persister.hosts;

import io.perfwatch.persister.table.Tier;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A host is forgotten at once, as nothing leads to its rows any more; these are removed after that.
 * One that goes on sending is a new host.
 */
@Component
public class ForgottenHosts {
    private final JdbcTemplate jdbc;

    ForgottenHosts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param append when the broker took the tombstone
     * @return false if there is none of that name, or only one that came after it: the tombstone
     *     has been obeyed already
     */
    @Transactional
    public boolean forget(String host, Instant append) {
        List<Integer> forgotten =
                jdbc.query(
                        """
                        with gone as (
                            delete from host where name = ? and first_seen < ?::timestamptz
                            returning id, name)
                        insert into forgotten_host (id, name, forgotten)
                        select id, name, ?::timestamptz from gone returning id
                        """,
                        (row, _) -> row.getInt(1),
                        host,
                        append.toString(),
                        append.toString());
        for (int id : forgotten) {
            for (String table : List.of("host_state", "host_inventory", "completeness", "dirty")) {
                jdbc.update("delete from %s where host_id = ?".formatted(table), id);
            }
        }
        return !forgotten.isEmpty();
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
        for (int id : jdbc.query("select id from forgotten_host", (row, _) -> row.getInt(1))) {
            for (Tier tier : Tier.values()) {
                rows += jdbc.update("delete from %s where host_id = ?".formatted(tier.table()), id);
            }
            rows += jdbc.update("delete from completeness where host_id = ?", id);
            rows += jdbc.update("delete from dirty where host_id = ?", id);
        }
        jdbc.update(
                "delete from forgotten_host where forgotten < ?::timestamptz", border.toString());
        return rows;
    }
}
