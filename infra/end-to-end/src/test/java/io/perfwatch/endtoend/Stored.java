package io.perfwatch.endtoend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the database holds, read by its documented shape: one pack of a family a minute. */
final class Stored {

    private static final String PACKS =
            """
            select h.name, p.start, p.samples, p.payload,
                array(select jsonb_array_elements_text(p.payload -> 'runs')::uuid) as runs,
                perfwatch_list(p.payload -> 't', p.samples) as t,
                perfwatch_list(p.payload -> 'run', p.samples) as run,
                perfwatch_list(p.payload -> 'seq', p.samples) as seq
            from pack_raw p
            join host h on h.id = p.host_id
            join family f on f.id = p.family
            where f.topic = ? and f.name = ?
            """;

    private Stored() {}

    /** Each sample of a family as often as it is in a pack. */
    static List<Sample> samples(PerfWatch perfwatch, String topic, String family)
            throws SQLException {
        try (var connection = perfwatch.connect();
                var packs = connection.prepareStatement(PACKS)) {
            packs.setString(1, topic);
            packs.setString(2, family);
            var samples = new ArrayList<Sample>();
            try (ResultSet rows = packs.executeQuery()) {
                while (rows.next()) {
                    List<Sample> pack = unpack(rows);
                    if (pack.size() != rows.getInt("samples")) {
                        throw new IllegalStateException(pack.size() + " in " + rows.getString(4));
                    }
                    samples.addAll(pack);
                }
            }
            return samples;
        }
    }

    private static List<Sample> unpack(ResultSet row) throws SQLException {
        String host = row.getString("name");
        Instant start = row.getTimestamp("start").toInstant();
        UUID[] runs = (UUID[]) row.getArray("runs").getArray();
        Double[] times = (Double[]) row.getArray("t").getArray();
        Double[] run = (Double[]) row.getArray("run").getArray();
        Double[] sequences = (Double[]) row.getArray("seq").getArray();
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < times.length; i++) {
            samples.add(
                    new Sample(
                            host,
                            runs[run[i].intValue()].toString(),
                            sequences[i].longValue(),
                            start.plusMillis(times[i].longValue())));
        }
        return samples;
    }
}
