package io.perfwatch.endtoend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the database holds, read by its documented shape: one pack of a family a minute. */
final class Stored {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PACKS =
            """
            select h.name, p.start, p.samples, p.payload
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
        JsonNode payload = JSON.readTree(row.getString("payload"));
        String host = row.getString("name");
        Instant start = row.getTimestamp("start").toInstant();
        String[] times = payload.get("t").asString().split(",", -1);
        String[] sequences = payload.get("seq").asString().split(",", -1);
        JsonNode run = payload.get("run");
        String[] runs = run.isString() ? run.asString().split(",", -1) : new String[0];
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < times.length; i++) {
            int of = runs.length == 0 ? run.asInt() : Integer.parseInt(runs[i]);
            samples.add(
                    new Sample(
                            host,
                            payload.get("runs").get(of).asString(),
                            Long.parseLong(sequences[i]),
                            start.plusMillis(Long.parseLong(times[i]))));
        }
        return samples;
    }
}
