package io.perfwatch.bench.history;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Puts the past into the persister's tables, in the persister's format. */
final class StoredPast implements AutoCloseable {
    private static final String HOST =
            "insert into host (name) values (?) on conflict (name)"
                    + " do update set name = excluded.name returning id";
    private static final String FAMILY =
            "insert into family (topic, name) values ('perfwatch.system.v1', ?)"
                    + " on conflict (topic, name) do update set name = excluded.name returning id";

    private static final String PARTITIONS =
            "select count(*) from pg_inherits"
                    + " where inhparent = ?::regclass and inhrelid::regclass::text !~ 'bench'";

    /** A tier: its table, what a row of it spans, and how many rows there are to be. */
    private record Tier(
            String table, Duration row, int spans, Duration length, Duration partition) {}

    private static final List<Tier> TIERS =
            List.of(
                    new Tier(
                            "pack_raw",
                            Duration.ofMinutes(1),
                            0,
                            Duration.ofHours(2),
                            Duration.ofHours(6)),
                    new Tier(
                            "pack_minute",
                            Duration.ofHours(1),
                            60,
                            Duration.ofHours(26),
                            Duration.ofDays(1)),
                    new Tier(
                            "pack_hour",
                            Duration.ofDays(1),
                            24,
                            Duration.ofDays(32),
                            Duration.ofDays(1)));

    private final Connection connection;
    private final CopyManager copy;
    private final Map<String, Integer> families = new HashMap<>();
    private final Set<String> covered = new HashSet<>();

    StoredPast(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
        copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /**
     * Whether the persister has made its own partitions, of every tier that of now and two more:
     * one that was here before would stand in their way.
     */
    boolean isWelcome() throws SQLException {
        for (Tier tier : TIERS) {
            try (PreparedStatement statement = connection.prepareStatement(PARTITIONS)) {
                statement.setString(1, tier.table);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (row.getInt(1) < 3) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Replaces what these hosts have; the newest row ends at {@code now}. */
    long fill(List<String> hosts, Instant now) throws SQLException, IOException {
        long rows = 0;
        for (int i = 0; i < hosts.size(); i++) {
            int id = id(HOST, hosts.get(i));
            for (Tier tier : TIERS) {
                rows += fill(tier, id, new SimulatedPast(i), now);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("analyze pack_raw, pack_minute, pack_hour");
        }
        return rows;
    }

    private long fill(Tier tier, int host, SimulatedPast past, Instant now)
            throws SQLException, IOException {
        Instant end = ended(now, tier.row);
        StringBuilder lines = new StringBuilder(1 << 20);
        long count = 0;
        for (Instant start = ended(now.minus(tier.length), tier.row);
                start.isBefore(end);
                start = start.plus(tier.row)) {
            ensurePartition(tier, start);
            for (var family : SimulatedPast.FAMILIES.entrySet()) {
                lines.append(host).append('\t').append(family(family.getKey())).append('\t');
                lines.append(start).append('\t').append(tier.row.toSeconds()).append('\t');
                lines.append(payload(tier, past, start, family.getValue())).append('\n');
                count++;
            }
        }
        try (PreparedStatement old =
                connection.prepareStatement("delete from " + tier.table + " where host_id = ?")) {
            old.setInt(1, host);
            old.executeUpdate();
        }
        copy.copyIn("copy " + tier.table + " from stdin", new StringReader(lines.toString()));
        return count;
    }

    private static String payload(
            Tier tier, SimulatedPast past, Instant start, List<String> metrics) {
        return tier.spans == 0
                ? past.minute(start, metrics)
                : past.rollup(
                        start,
                        tier.spans,
                        (int) tier.row.dividedBy(tier.spans).toSeconds(),
                        metrics);
    }

    private static Instant ended(Instant time, Duration row) {
        long seconds = row.toSeconds();
        return Instant.ofEpochSecond(time.getEpochSecond() / seconds * seconds);
    }

    private int family(String name) throws SQLException {
        Integer known = families.get(name);
        if (known == null) {
            known = id(FAMILY, name);
            families.put(name, known);
        }
        return known;
    }

    private int id(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The persister makes partitions for what comes, not for a past that nobody measured. */
    private void ensurePartition(Tier tier, Instant start) throws SQLException {
        Instant begin = ended(start, tier.partition);
        String name = tier.table + "_bench_" + begin.truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        if (!covered.add(name)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists %s partition of %s for values from ('%s') to ('%s')"
                            .formatted(name, tier.table, begin, begin.plus(tier.partition)));
        } catch (SQLException e) {
            if (!"42P17".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
