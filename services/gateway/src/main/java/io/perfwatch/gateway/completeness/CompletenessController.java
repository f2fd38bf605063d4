package io.perfwatch.gateway.completeness;

import io.perfwatch.gateway.completeness.Completeness.TopicCount;
import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.gateway.web.HostParameter;
import io.perfwatch.gateway.web.NotKnownException;
import io.perfwatch.gateway.web.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /**
     * Of each topic.
     *
     * @param host name
     * @param from RFC 3339 or epoch milliseconds, inclusive; default an hour before {@code to}
     * @param to the same, exclusive; default now; at most 800 days later
     */
    @GetMapping
    Completeness completeness(
            @RequestParam String host,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        TimeRange range = TimeRange.read(from, to, clock);
        if (range.length().compareTo(LONGEST) > 0) {
            throw new BadQuestionException("from must be before to, by 800 days at most.");
        }
        List<TopicCount> topics = topics(HostParameter.check(host), range.from(), range.to());
        if (topics.isEmpty()) {
            throw new NotKnownException("Of this host nothing is stored.");
        }
        return new Completeness(host, range.from(), range.to(), topics);
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
