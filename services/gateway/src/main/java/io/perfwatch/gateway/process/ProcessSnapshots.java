package io.perfwatch.gateway.process;

import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.RecentEvents;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.Topic;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From memory if it is there, else from the database. */
@Repository
class ProcessSnapshots {
    private static final Duration REACH = Duration.ofMinutes(1);

    private record Row(Instant start, Pack pack) {}

    private final Feed feed;
    private final JdbcClient jdbc;

    ProcessSnapshots(Feed feed, JdbcClient jdbc) {
        this.feed = feed;
        this.jdbc = jdbc;
    }

    /** The newest that is at most a minute older than {@code at}. */
    Optional<ProcessSnapshot> at(String host, Instant at) {
        return recent(host, at).or(() -> stored(host, at));
    }

    private Optional<ProcessSnapshot> recent(String host, Instant at) {
        StreamKey stream = new StreamKey(Topic.PROCESSES, host);
        List<RecentEvents> events =
                feed.look(view ->
                        view.since(stream::equals, at.minus(REACH).minus(REACH).toEpochMilli()));
        ProcessSnapshot newest = null;
        for (RecentEvents segment : events) {
            for (FeedEvent event : segment.read()) {
                ProcessTable table = new ProcessTable();
                Envelope envelope = EventReader.read(event.json(), table);
                if (isInReach(envelope.time(), at)) {
                    newest = table.snapshot(host, envelope.time());
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    private Optional<ProcessSnapshot> stored(String host, Instant at) {
        for (Row row : rows(host, at)) {
            List<Sample> samples = row.pack.samples();
            for (int i = samples.size() - 1; i >= 0; i--) {
                Instant time = row.start.plusMillis(samples.get(i).millis());
                if (isInReach(time, at)) {
                    return Optional.of(ProcessTable.of(row.pack, i).snapshot(host, time));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isInReach(Instant time, Instant at) {
        return !time.isAfter(at) && time.isAfter(at.minus(REACH));
    }

    /** The minute and the one before, the later first. */
    private List<Row> rows(String host, Instant at) {
        return jdbc.sql(
                        """
                        select pack.start, pack.payload
                        from pack_raw pack
                        where pack.host_id = (select id from host where name = :host)
                          and pack.family = any(array(
                              select id from family where topic = :topic and name = :family))
                          and pack.start > :from and pack.start <= :at
                        order by pack.start desc
                        """)
                .param("host", host)
                .param("topic", Topic.PROCESSES.topicName())
                .param("family", ProcessTable.FAMILY)
                .param("from", at.minus(REACH).minus(REACH).atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Row(
                                row.getObject("start", OffsetDateTime.class).toInstant(),
                                Pack.fromJson(row.getString("payload"))))
                .list();
    }
}
