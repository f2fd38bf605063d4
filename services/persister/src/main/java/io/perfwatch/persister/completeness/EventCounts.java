package io.perfwatch.persister.completeness;

import io.perfwatch.persister.table.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The counts in the database. */
@Component
public class EventCounts {
    /** What is there already and what comes are one row. */
    private static final String SUM =
            """
            on conflict (host_id, topic, start, run) do update
            set stored = c.stored + excluded.stored,
                first_sequence = least(c.first_sequence, excluded.first_sequence),
                last_sequence = greatest(c.last_sequence, excluded.last_sequence),
                first_time = least(c.first_time, excluded.first_time),
                last_time = greatest(c.last_time, excluded.last_time)
            """;

    private final JdbcTemplate jdbc;

    EventCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The statement for {@link #set}. */
    public static String adding(String condition) {
        return """
        insert into completeness as c
            (host_id, topic, start, run, stored,
             first_sequence, last_sequence, first_time, last_time)
        select host, topic, to_timestamp(start), run, stored, first_sequence, last_sequence,
            to_timestamp(first_time / 1000.0), to_timestamp(last_time / 1000.0)
        from unnest(?::integer[], ?::text[], ?::bigint[], ?::uuid[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
            as k (host, topic, start, run, stored,
                first_sequence, last_sequence, first_time, last_time)
        where %s
        %s
        """
                .formatted(condition, SUM);
    }

    /** What is of the same hour, topic and run is summed up. */
    public static void set(Columns columns, List<EventCount> counts) throws SQLException {
        List<EventCount> rows = summed(counts);
        columns.column("integer", rows, EventCount::host)
                .texts(rows, EventCount::topic)
                .column("bigint", rows, c -> c.start().getEpochSecond())
                .column("uuid", rows, EventCount::run)
                .column("bigint", rows, EventCount::stored)
                .column("bigint", rows, EventCount::firstSequence)
                .column("bigint", rows, EventCount::lastSequence)
                .column("bigint", rows, c -> c.firstTime().toEpochMilli())
                .column("bigint", rows, c -> c.lastTime().toEpochMilli());
    }

    /** Within the transaction that stores the events, so that each is counted once. */
    public void add(List<EventCount> counts) {
        jdbc.update(Columns.of(adding("true"), columns -> set(columns, counts)));
    }

    /** In the order of the key, so that two writers wait for each other. */
    private static List<EventCount> summed(List<EventCount> counts) {
        List<EventCount> summed = new ArrayList<>();
        for (EventCount count : counts.stream().sorted(EventCount.BY_KEY).toList()) {
            if (!summed.isEmpty() && summed.getLast().isOfSameRow(count)) {
                summed.add(summed.removeLast().plus(count));
            } else {
                summed.add(count);
            }
        }
        return summed;
    }

    /** Hours before {@code border}, where no minutes are kept any more, become days. */
    public int fold(Instant border) {
        return jdbc.update(
                """
                with hours as (
                    delete from completeness
                    where start < date_trunc('day', ?::timestamptz, 'UTC')
                        and start <> date_trunc('day', start, 'UTC')
                    returning *)
                insert into completeness as c
                    (host_id, topic, start, run, stored,
                     first_sequence, last_sequence, first_time, last_time)
                select host_id, topic, date_trunc('day', start, 'UTC'), run, sum(stored),
                    min(first_sequence), max(last_sequence), min(first_time), max(last_time)
                from hours group by 1, 2, 3, 4
                %s
                """
                        .formatted(SUM),
                border.toString());
    }

    /** Drops what is older than all that is kept. */
    public int drop(Instant border) {
        return jdbc.update(
                "delete from completeness where start < ?::timestamptz", border.toString());
    }
}
