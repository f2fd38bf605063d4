package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcOperations;

/** The union of packs with {@code pack_raw}: a round trip where all are new, three otherwise. */
final class PackTable {
    private static final String KEYS =
            "unnest(?::integer[], ?::smallint[], ?::bigint[]) as k (host_id, family, second)";
    private static final String ROWS =
            """
            unnest(?::integer[], ?::smallint[], ?::bigint[], ?::smallint[], ?::text[])
                as k (host_id, family, second, samples, payload)
            """;

    private static final String INSERT =
            """
            insert into pack_raw (host_id, family, start, samples, payload)
            select host_id, family, to_timestamp(second), samples, payload::jsonb from %s
            on conflict do nothing
            returning host_id, family, extract(epoch from start)::bigint
            """
                    .formatted(ROWS);
    private static final String LOCK =
            """
            select p.host_id, p.family, k.second, p.payload::text from %s
            join pack_raw p on p.host_id = k.host_id and p.family = k.family
                and p.start = to_timestamp(k.second)
            order by p.host_id, p.family, p.start for update of p
            """
                    .formatted(KEYS);
    private static final String UPDATE =
            """
            update pack_raw p set samples = k.samples, payload = k.payload::jsonb from %s
            where p.host_id = k.host_id and p.family = k.family and p.start = to_timestamp(k.second)
            """
                    .formatted(ROWS);

    private final JdbcOperations jdbc;

    PackTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Within a transaction.
     *
     * @param rows no key twice
     * @return the samples that were not there
     */
    Map<PackKey, List<Sample>> add(Map<PackKey, Pack> rows) {
        SortedMap<PackKey, Pack> sorted = new TreeMap<>(rows);
        Map<PackKey, List<Sample>> added = new TreeMap<>();
        Set<PackKey> inserted = insert(sorted);
        inserted.forEach(key -> added.put(key, pack(sorted, key).samples()));
        sorted.keySet().removeAll(inserted);
        if (!sorted.isEmpty()) {
            added.putAll(merge(sorted));
        }
        return added;
    }

    private Map<PackKey, List<Sample>> merge(SortedMap<PackKey, Pack> conflicts) {
        SortedMap<PackKey, Pack> stored = lock(conflicts);
        if (stored.size() < conflicts.size()) {
            throw new ConcurrencyFailureException("a pack went while another was merged into it");
        }
        Map<PackKey, List<Sample>> added = new TreeMap<>();
        stored.forEach((key, pack) -> added.put(key, pack.addAll(pack(conflicts, key))));
        stored.keySet().removeIf(key -> added.getOrDefault(key, List.of()).isEmpty());
        update(stored);
        return added;
    }

    private static Pack pack(Map<PackKey, Pack> rows, PackKey key) {
        return Objects.requireNonNull(rows.get(key));
    }

    private Set<PackKey> insert(SortedMap<PackKey, Pack> rows) {
        return new HashSet<>(
                jdbc.query(c -> withRows(c, INSERT, rows), (result, _) -> key(result)));
    }

    private SortedMap<PackKey, Pack> lock(SortedMap<PackKey, Pack> rows) {
        SortedMap<PackKey, Pack> stored = new TreeMap<>();
        jdbc.query(
                c -> withKeys(c, LOCK, rows),
                result -> {
                    stored.put(key(result), Pack.fromJson(result.getString(4)));
                });
        return stored;
    }

    private void update(SortedMap<PackKey, Pack> rows) {
        if (!rows.isEmpty()) {
            jdbc.update(c -> withRows(c, UPDATE, rows));
        }
    }

    private static PackKey key(ResultSet result) throws SQLException {
        return new PackKey(
                result.getInt(1), result.getInt(2), Instant.ofEpochSecond(result.getLong(3)));
    }

    private static PreparedStatement withRows(
            Connection connection, String sql, SortedMap<PackKey, Pack> rows) throws SQLException {
        PreparedStatement statement = withKeys(connection, sql, rows);
        List<Pack> packs = new ArrayList<>(rows.values());
        statement.setArray(4, array(connection, "smallint", packs, p -> (short) p.size()));
        statement.setArray(5, array(connection, "text", packs, Pack::toJson));
        return statement;
    }

    private static PreparedStatement withKeys(
            Connection connection, String sql, SortedMap<PackKey, Pack> rows) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        List<PackKey> keys = new ArrayList<>(rows.keySet());
        statement.setArray(1, array(connection, "integer", keys, PackKey::host));
        statement.setArray(2, array(connection, "smallint", keys, k -> (short) k.family()));
        statement.setArray(3, array(connection, "bigint", keys, k -> k.start().getEpochSecond()));
        return statement;
    }

    private static <T> Array array(
            Connection connection, String type, List<T> items, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, items.stream().map(value).toArray());
    }
}
