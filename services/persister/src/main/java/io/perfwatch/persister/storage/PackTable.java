package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.sql.PreparedStatement;
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

/**
 * The union of packs with {@code pack_raw}. What is new is one statement, and so one round trip,
 * with the hosts' state and the watermarks; what is there already is locked, merged and written.
 */
final class PackTable {
    private static final String INSERT =
            """
            with inserted as (
                insert into pack_raw (host_id, family, start, samples, payload)
                select host_id, family, to_timestamp(second), samples, payload::jsonb from %s
                on conflict do nothing
                returning host_id, family, start
            ), state as (%s), mark as (%s)
            select host_id, family, extract(epoch from start)::bigint from inserted
            """
                    .formatted(Rows.PACKS, HostTables.STATE, HostTables.MARKS);

    private static final String LOCK =
            """
            select p.host_id, p.family, k.second, p.payload::text from %s
            join pack_raw p on p.host_id = k.host_id and p.family = k.family
                and p.start = to_timestamp(k.second)
            order by p.host_id, p.family, p.start for update of p
            """
                    .formatted(Rows.KEYS);
    private static final String UPDATE =
            """
            update pack_raw p set samples = k.samples, payload = k.payload::jsonb from %s
            where p.host_id = k.host_id and p.family = k.family and p.start = to_timestamp(k.second)
            """
                    .formatted(Rows.PACKS);

    private final JdbcOperations jdbc;
    private final LongAdder written = new LongAdder();

    PackTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Within a transaction.
     *
     * @param rows no key twice
     * @return the samples that were not there
     */
    Map<PackKey, List<Sample>> add(
            SortedMap<PackKey, Pack> rows, List<HostState> states, List<Watermark> marks) {
        Map<PackKey, List<Sample>> added = new TreeMap<>();
        SortedMap<PackKey, Pack> conflicts = new TreeMap<>(rows);
        for (PackKey key : insert(rows, states, marks)) {
            added.put(key, Objects.requireNonNull(conflicts.remove(key)).samples());
        }
        if (!conflicts.isEmpty()) {
            added.putAll(merge(conflicts));
        }
        return added;
    }

    /** The keys of those that were not there. */
    private List<PackKey> insert(
            SortedMap<PackKey, Pack> rows, List<HostState> states, List<Watermark> marks) {
        return jdbc.query(
                c -> {
                    PreparedStatement statement = c.prepareStatement(INSERT);
                    Rows parameters = new Rows(statement).packs(rows, this::json);
                    HostTables.setStates(parameters, states);
                    HostTables.setMarks(parameters, marks);
                    return statement;
                },
                (result, _) -> key(result));
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
                c -> {
                    PreparedStatement statement = c.prepareStatement(LOCK);
                    new Rows(statement).keys(rows);
                    return statement;
                },
                result -> {
                    stored.put(key(result), Pack.fromJson(result.getString(4)));
                });
        return stored;
    }

    private void update(SortedMap<PackKey, Pack> rows) {
        if (!rows.isEmpty()) {
            jdbc.update(c -> {
                PreparedStatement statement = c.prepareStatement(UPDATE);
                new Rows(statement).packs(rows, this::json);
                return statement;
            });
        }
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

    private static PackKey key(ResultSet result) throws SQLException {
        return new PackKey(
                result.getInt(1), result.getInt(2), Instant.ofEpochSecond(result.getLong(3)));
    }
}
