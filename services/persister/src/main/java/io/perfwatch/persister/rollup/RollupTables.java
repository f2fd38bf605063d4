package io.perfwatch.persister.rollup;

import io.perfwatch.pack.Rollup;
import io.perfwatch.pack.Summary;
import io.perfwatch.persister.table.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the rows below a row, and writes the row. */
final class RollupTables {
    /** What a rolled-up row is of. */
    private record Source(Tier tier, Mark mark, String family) {}

    private final JdbcTemplate jdbc;
    private final DerivedMetrics derived = new DerivedMetrics();
    private final Map<Integer, String> families = new HashMap<>();

    RollupTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a family, its name; of one that is gone, nothing. */
    String family(int id) {
        return families.computeIfAbsent(
                id,
                _ ->
                        jdbc
                                .queryForList(
                                        "select name from family where id = ?", String.class, id)
                                .stream()
                                .findFirst()
                                .orElse(""));
    }

    /** Before it, what was below has been dropped. */
    Instant droppedUntil(Tier tier) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select greatest(extract(epoch from dropped_until), 0)::bigint
                        from tier where name = ?
                        """,
                        (row, _) -> Instant.ofEpochSecond(row.getLong(1)),
                        tier.tierName()));
    }

    /** As it is to be now; null if there is nothing below it. */
    @Nullable Rollup compute(Mark mark) {
        Source source = new Source(mark.tier().source().orElseThrow(), mark, family(mark.family()));
        List<Summary> summaries = summaries(source);
        if (summaries.isEmpty()) {
            return null;
        }
        Rollup rollup = new Rollup();
        for (Summary summary : summaries) {
            rollup.add(summary.span(), derived.recomputed(source.family, summary.aggregates()));
        }
        return rollup;
    }

    private List<Summary> summaries(Source source) {
        Mark mark = source.mark;
        List<Summary> summaries = new ArrayList<>();
        jdbc.query(
                """
                select extract(epoch from start)::bigint, payload::text from %s
                where host_id = ? and family = ?::smallint
                    and start >= to_timestamp(?) and start < to_timestamp(?)
                order by start
                """
                        .formatted(source.tier.table()),
                row -> {
                    Instant start = Instant.ofEpochSecond(row.getLong(1));
                    Summary summary = summary(source, start, row.getString(2));
                    if (summary != null) {
                        summaries.add(summary);
                    }
                },
                mark.host(),
                mark.family(),
                mark.start().getEpochSecond(),
                mark.start().plus(mark.tier().rowLength()).getEpochSecond());
        return summaries;
    }

    private static @Nullable Summary summary(Source source, Instant start, String payload) {
        int millis = (int) Duration.between(source.mark.start(), start).toMillis();
        return source.tier == Tier.RAW
                ? Summary.ofPack(millis, payload)
                : Summary.ofRollup(millis, Rollup.fromJson(payload));
    }

    void write(Mark mark, Rollup rollup) {
        jdbc.update(
                """
                insert into %s (host_id, family, start, samples, payload)
                values (?, ?::smallint, to_timestamp(?), ?, ?::jsonb)
                on conflict (host_id, family, start) do update
                set samples = excluded.samples, payload = excluded.payload
                """
                        .formatted(mark.tier().table()),
                mark.host(),
                mark.family(),
                mark.start().getEpochSecond(),
                rollup.samples(),
                rollup.toJson());
    }
}
