package io.perfwatch.gateway.history;

import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Curve;
import io.perfwatch.pack.Numbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the persister has written, cut down to the metrics asked for; only ever read. */
@Repository
class StoredStretches {
    private static final int ROWS_AT_ONCE = 200;

    /** Metrics of a payload: those of these paths. */
    private static final String THESE = "unnest(:paths) as path";

    private static final String LIKE_THESE =
            "jsonb_object_keys(p.metrics) as path where path ~ :pattern";

    private final JdbcClient jdbc;

    StoredStretches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the question's names stand for in packs. */
    private record Ids(Map<Integer, String> hosts, Map<String, Map<Integer, String>> topics) {}

    /**
     * Of each host and family in order, tier after tier; in one transaction, so that rows come as
     * they are read.
     *
     * @param begin of a tier, asked when the tiers before it have been read
     */
    @Transactional(readOnly = true)
    void read(
            Question question,
            Tier coarsest,
            Function<Tier, Instant> begin,
            Consumer<Stretch> sink) {
        Ids ids = new Ids(hosts(question.hosts()), topics(question.families()));
        for (Tier tier = coarsest; !ids.hosts.isEmpty(); tier = tier.finer()) {
            Instant from = begin.apply(tier);
            if (from.isBefore(question.range().to())) {
                for (String family : ids.topics.keySet()) {
                    read(question, family, tier, from, ids, sink);
                }
            }
            if (tier == Tier.RAW) {
                return;
            }
        }
    }

    private void read(
            Question question,
            String family,
            Tier tier,
            Instant from,
            Ids ids,
            Consumer<Stretch> sink) {
        Map<Integer, String> topics = ids.topics.getOrDefault(family, Map.of());
        List<MetricPath> metrics = question.metrics(family);
        boolean wildcard = metrics.stream().anyMatch(MetricPath::hasWildcard);
        JdbcClient.StatementSpec query =
                jdbc.sql(sql(tier, wildcard))
                        .withFetchSize(ROWS_AT_ONCE)
                        .param("hosts", ids.hosts.keySet().toArray(Integer[]::new))
                        .param("families", topics.keySet().toArray(Integer[]::new))
                        .param("begin", from.minus(tier.row()).atOffset(ZoneOffset.UTC))
                        .param("to", question.range().to().atOffset(ZoneOffset.UTC));
        query =
                wildcard
                        ? query.param("pattern", PathPattern.of(metrics))
                        : query.param(
                                "paths",
                                metrics.stream()
                                        .map(MetricPath::insideFamily)
                                        .toArray(String[]::new));
        query.query(
                (RowCallbackHandler)
                        row -> {
                            Stream stream =
                                    new Stream(
                                            ids.hosts.getOrDefault(row.getInt("host_id"), ""),
                                            topics.getOrDefault(row.getInt("family"), ""),
                                            family);
                            sink.accept(stretch(row, stream, tier));
                        });
    }

    /**
     * {@code jsonb_to_record} unpacks a payload once; each {@code ->} on the column would again.
     */
    private static String sql(Tier tier, boolean wildcard) {
        return """
        select pack.host_id, pack.family, extract(epoch from pack.start) * 1000 as start,
               p.t, p.runs, p.run, p.seq, p.samples, metric.paths, metric.texts
        from %s pack
        cross join lateral jsonb_to_record(pack.payload)
            as p (t text, runs uuid[], run text, seq text, samples text, metrics jsonb)
        cross join lateral (
            select array_agg(path) as paths, array_agg(p.metrics ->> path) as texts from %s) metric
        where pack.host_id = any(:hosts) and pack.family = any(:families)
          and pack.start > :begin and pack.start < :to
        order by pack.host_id, pack.family, pack.start
        """
                .formatted(tier.table(), wildcard ? LIKE_THESE : THESE);
    }

    private static Stretch stretch(ResultSet row, Stream stream, Tier tier) throws SQLException {
        String offsets = row.getString("t");
        int size = Numbers.count(offsets);
        long start = row.getLong("start");
        double[] millis = Numbers.read(offsets, size);
        long[] times = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = start + (long) millis[i];
        }
        double[] samples =
                tier == Tier.RAW
                        ? Numbers.read("1", size)
                        : Numbers.read(row.getString("samples"), size);
        return new Stretch(
                stream,
                tier,
                times,
                List.of((UUID[]) row.getArray("runs").getArray()),
                Numbers.read(row.getString("run"), size),
                Numbers.read(row.getString("seq"), size),
                samples,
                curves(row, stream, tier, samples));
    }

    private static Map<String, Curve> curves(
            ResultSet row, Stream stream, Tier tier, double[] samples) throws SQLException {
        Map<String, Curve> curves = new LinkedHashMap<>();
        if (row.getArray("paths") == null) {
            return curves;
        }
        String[] paths = (String[]) row.getArray("paths").getArray();
        @Nullable String[] texts = (String[]) row.getArray("texts").getArray();
        for (int i = 0; i < paths.length; i++) {
            String text = texts[i];
            if (text != null) {
                curves.put(
                        stream.metric(paths[i]),
                        tier == Tier.RAW
                                ? Curve.ofPack(text, samples.length)
                                : Curve.ofRollup(text, samples.length, samples));
            }
        }
        return curves;
    }

    private Map<Integer, String> hosts(List<String> names) {
        Map<Integer, String> hosts = new HashMap<>();
        jdbc.sql("select id, name from host where name = any(:names)")
                .param("names", names.toArray(String[]::new))
                .query((RowCallbackHandler) row -> hosts.put(row.getInt(1), row.getString(2)));
        return hosts;
    }

    /** Of each family; more than one where it was carried on in another topic. */
    private Map<String, Map<Integer, String>> topics(List<String> families) {
        Map<String, Map<Integer, String>> topics = new HashMap<>();
        jdbc.sql("select id, name, topic from family where name = any(:names)")
                .param("names", families.toArray(String[]::new))
                .query(
                        (RowCallbackHandler)
                                row ->
                                        topics.computeIfAbsent(
                                                        row.getString(2), _ -> new HashMap<>())
                                                .put(row.getInt(1), row.getString(3)));
        return topics;
    }
}
