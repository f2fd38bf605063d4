package io.perfwatch.persister.completeness;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The counts in the database. */
@Component
public class EventCounts {
    private final JdbcTemplate jdbc;

    EventCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the transaction that stores the events, so that each is counted once. */
    public void add(List<EventCount> counts) {
        jdbc.batchUpdate(
                """
                insert into completeness as c
                    (host_id, topic, start, run, stored,
                     first_sequence, last_sequence, first_time, last_time)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (host_id, topic, start, run) do update
                set stored = c.stored + excluded.stored,
                    first_sequence = least(c.first_sequence, excluded.first_sequence),
                    last_sequence = greatest(c.last_sequence, excluded.last_sequence),
                    first_time = least(c.first_time, excluded.first_time),
                    last_time = greatest(c.last_time, excluded.last_time)
                """,
                summed(counts),
                200,
                EventCounts::set);
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

    private static void set(PreparedStatement statement, EventCount count) throws SQLException {
        statement.setInt(1, count.host());
        statement.setString(2, count.topic());
        statement.setTimestamp(3, Timestamp.from(count.start()));
        statement.setObject(4, count.run());
        statement.setLong(5, count.stored());
        statement.setLong(6, count.firstSequence());
        statement.setLong(7, count.lastSequence());
        statement.setTimestamp(8, Timestamp.from(count.firstTime()));
        statement.setTimestamp(9, Timestamp.from(count.lastTime()));
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
                on conflict (host_id, topic, start, run) do update
                set stored = c.stored + excluded.stored,
                    first_sequence = least(c.first_sequence, excluded.first_sequence),
                    last_sequence = greatest(c.last_sequence, excluded.last_sequence),
                    first_time = least(c.first_time, excluded.first_time),
                    last_time = greatest(c.last_time, excluded.last_time)
                """,
                border.toString());
    }

    /** Drops what is older than all that is kept. */
    public int drop(Instant border) {
        return jdbc.update(
                "delete from completeness where start < ?::timestamptz", border.toString());
    }
}
