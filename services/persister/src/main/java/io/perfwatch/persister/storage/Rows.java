package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** Many rows as parameters of one statement: an array a column. */
final class Rows {
    /** Five parameters. */
    static final String PACKS =
            """
            unnest(?::integer[], ?::smallint[], ?::bigint[], ?::smallint[], ?::text[])
                as k (host_id, family, second, samples, payload)
            """;

    /** Three parameters. */
    static final String KEYS =
            "unnest(?::integer[], ?::smallint[], ?::bigint[]) as k (host_id, family, second)";

    private final PreparedStatement statement;
    private int next = 1;

    Rows(PreparedStatement statement) {
        this.statement = statement;
    }

    /** For {@link #PACKS}. */
    Rows packs(SortedMap<PackKey, Pack> rows, Function<Pack, String> json) throws SQLException {
        List<Pack> packs = new ArrayList<>(rows.values());
        return keys(rows)
                .column("smallint", packs, Rows::samples)
                .array("text", packs.stream().map(json).toArray(String[]::new));
    }

    /**
     * @throws IllegalArgumentException if there are more than the column can say
     */
    private static short samples(Pack pack) {
        if (pack.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%d samples of a family in one minute, at most %d are stored"
                            .formatted(pack.size(), Short.MAX_VALUE));
        }
        return (short) pack.size();
    }

    /** For {@link #KEYS}. */
    Rows keys(SortedMap<PackKey, Pack> rows) throws SQLException {
        List<PackKey> keys = new ArrayList<>(rows.keySet());
        return column("integer", keys, PackKey::host)
                .column("smallint", keys, k -> (short) k.family())
                .column("bigint", keys, k -> k.start().getEpochSecond());
    }

    <T> Rows column(String type, Collection<T> items, Function<T, Object> value)
            throws SQLException {
        return array(type, items.stream().map(value).toArray());
    }

    /** The driver sends an array of strings as it is, and any other as one text with escapes. */
    private Rows array(String type, Object[] values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
