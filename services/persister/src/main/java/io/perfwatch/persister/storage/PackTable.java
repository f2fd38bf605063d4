package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.persister.table.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows of {@code pack_raw}: what is new is inserted, what is there is locked and merged. */
final class PackTable {
    /** Five parameters. */
    private static final String PACKS =
            """
            unnest(?::integer[], ?::smallint[], ?::bigint[], ?::smallint[], ?::text[])
                as k (host_id, family, second, samples, payload)
            """;

    /** Three parameters. */
    static final String KEYS =
            "unnest(?::integer[], ?::smallint[], ?::bigint[]) as k (host_id, family, second)";

    private static final String INSERT =
            inserting("true")
                    + """
                    on conflict do nothing
                    returning host_id, family, extract(epoch from start)::bigint
                    """;
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
                    .formatted(PACKS);

    private final JdbcOperations jdbc;
    private final LongAdder written = new LongAdder();

    PackTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The statement that {@link #setPacks} has the parameters of; a key that is there fails. */
    static String inserting(String condition) {
        return """
        insert into pack_raw (host_id, family, start, samples, payload)
        select host_id, family, to_timestamp(second), samples, payload::jsonb
        from %s where %s
        """
                .formatted(PACKS, condition);
    }

    /**
     * Within a transaction.
     *
     * @param rows no key twice
     * @return the samples that were not there
     */
    Map<PackKey, List<Sample>> add(SortedMap<PackKey, Pack> rows) {
        Map<PackKey, List<Sample>> added = new TreeMap<>();
        SortedMap<PackKey, Pack> conflicts = new TreeMap<>(rows);
        for (PackKey key : insert(rows)) {
            added.put(key, Objects.requireNonNull(conflicts.remove(key)).samples());
        }
        if (!conflicts.isEmpty()) {
            added.putAll(merge(conflicts));
        }
        return added;
    }

    /** The keys of those that were not there. */
    private List<PackKey> insert(SortedMap<PackKey, Pack> rows) {
        return jdbc.query(
                Columns.of(INSERT, columns -> setPacks(columns, rows)), (row, _) -> key(row));
    }

    private Map<PackKey, List<Sample>> merge(SortedMap<PackKey, Pack> rows) {
        SortedMap<PackKey, Pack> stored = lock(rows);
        if (stored.size() < rows.size()) {
            throw new ConcurrencyFailureException("a pack went while another was merged into it");
        }
        Map<PackKey, List<Sample>> added = new TreeMap<>();
        stored.forEach(
                (key, pack) -> added.put(key, pack.addAll(Objects.requireNonNull(rows.get(key)))));
        stored.keySet().removeIf(key -> added.getOrDefault(key, List.of()).isEmpty());
        update(stored);
        return added;
    }

    private SortedMap<PackKey, Pack> lock(SortedMap<PackKey, Pack> rows) {
        SortedMap<PackKey, Pack> stored = new TreeMap<>();
        jdbc.query(
                Columns.of(LOCK, columns -> setKeys(columns, rows)),
                row -> {
                    stored.put(key(row), Pack.fromJson(row.getString(4)));
                });
        return stored;
    }

    private void update(SortedMap<PackKey, Pack> rows) {
        if (!rows.isEmpty()) {
            jdbc.update(Columns.of(UPDATE, columns -> setPacks(columns, rows)));
        }
    }

    /** For {@link #KEYS}. */
    static Columns setKeys(Columns columns, SortedMap<PackKey, Pack> rows) throws SQLException {
        return columns.column("integer", rows.keySet(), PackKey::host)
                .column("smallint", rows.keySet(), k -> (short) k.family())
                .column("bigint", rows.keySet(), k -> k.start().getEpochSecond());
    }

    /**
     * For {@link #inserting}.
     *
     * @throws IllegalArgumentException if one has more samples than its column can say
     */
    Columns setPacks(Columns columns, SortedMap<PackKey, Pack> rows) throws SQLException {
        return setKeys(columns, rows)
                .column("smallint", rows.values(), PackTable::samples)
                .texts(rows.values(), this::json);
    }

    private static short samples(Pack pack) {
        if (pack.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%d samples of a family in one minute, at most %d are stored"
                            .formatted(pack.size(), Short.MAX_VALUE));
        }
        return (short) pack.size();
    }

    private String json(Pack pack) {
        String json = pack.toJson();
        written.add(json.length());
        return json;
    }

    /** How many characters of JSON were sent. */
    long written() {
        return written.sum();
    }

    private static PackKey key(ResultSet row) throws SQLException {
        return new PackKey(row.getInt(1), row.getInt(2), Instant.ofEpochSecond(row.getLong(3)));
    }
}
