package io.perfwatch.gateway.completeness;

import io.perfwatch.gateway.completeness.Completeness.TopicCount;
import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.gateway.web.NotKnownException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is stored, missing, on its way, and when nobody looked. */
@RestController
@RequestMapping("/api/v1/completeness")
class CompletenessController {
    private static final Duration LONGEST = Duration.ofDays(800);

    private final JdbcClient jdbc;
    private final Clock clock;

    CompletenessController(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the last hour unless it is said otherwise. */
    @GetMapping
    Completeness completeness(
            @RequestParam String host,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable Instant from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable Instant to) {
        Instant end = to == null ? clock.instant() : to;
        Instant start = from == null ? end.minus(Duration.ofHours(1)) : from;
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new BadQuestionException("from must be before to, by 800 days at most.");
        }
        List<TopicCount> topics = topics(host, start, end);
        if (topics.isEmpty()) {
            throw new NotKnownException("Of this host nothing is stored.");
        }
        return new Completeness(host, start, end, topics);
    }

    private List<TopicCount> topics(String host, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select topic, stored, missing, pending, unobserved_seconds
                        from perfwatch_completeness(?, ?::timestamptz, ?::timestamptz)
                        """)
                .params(host, from.toString(), to.toString())
                .query((row, _) ->
                        new TopicCount(
                                row.getString("topic"),
                                row.getLong("stored"),
                                row.getLong("missing"),
                                row.getLong("pending"),
                                row.getDouble("unobserved_seconds")))
                .list();
    }
}
