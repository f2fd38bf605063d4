package io.perfwatch.gateway.history;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.metric.HostName;
import io.perfwatch.metric.MetricPath;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a {@link Question} of a request's parameters, or says how to ask better. */
@Component
final class QuestionReader {
    private static final Duration DEFAULT_RANGE = Duration.ofHours(1);
    private static final int DEFAULT_POINTS = 1200;

    private final GatewayProperties.History limits;
    private final Clock clock;

    QuestionReader(GatewayProperties properties, Clock clock) {
        limits = properties.history();
        this.clock = clock;
    }

    Question read(
            List<String> hosts,
            List<String> metrics,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer points) {
        Instant end = to == null ? clock.instant() : instant("to", to);
        Instant start = from == null ? end.minus(DEFAULT_RANGE) : instant("from", from);
        checkRange(start, end);
        int count = points == null ? Math.min(DEFAULT_POINTS, limits.maxPoints()) : points;
        check(
                count >= 1 && count <= limits.maxPoints(),
                "points must be 1 to " + limits.maxPoints());
        checkSeries(hosts.size() * (long) metrics.size());
        return new Question(
                hosts.stream().map(QuestionReader::host).distinct().toList(),
                metrics.stream().map(QuestionReader::path).distinct().toList(),
                start,
                end,
                count);
    }

    private void checkRange(Instant from, Instant to) {
        check(from.isBefore(to), "from must be before to");
        check(
                Duration.between(from, to).compareTo(limits.maxRange()) <= 0,
                "from and to may be at most %s apart; ask for less at once"
                        .formatted(limits.maxRange()));
    }

    /** More series than the limit only appear when wildcards are expanded. */
    void checkSeries(long series) {
        check(series >= 1, "name at least one host and one metric: ?host=a&metric=cpu.utilization");
        check(
                series <= limits.maxSeries(),
                "at most %d series in one answer; name fewer hosts, or devices instead of [*]"
                        .formatted(limits.maxSeries()));
    }

    private static String host(String name) {
        check(HostName.isValid(name), "host must be the name of a host, as in /api/v1/hosts");
        return name;
    }

    private static MetricPath path(String text) {
        try {
            MetricPath path = MetricPath.parse(text);
            check(path.steps().size() > 1, "metric must name a value of a family: cpu.utilization");
            return path;
        } catch (IllegalArgumentException e) {
            throw new BadQuestionException("metric: " + e.getMessage());
        }
    }

    private static Instant instant(String name, String text) {
        try {
            return text.matches("\\d{1,15}")
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadQuestionException(
                    name + " must be RFC 3339 (2026-11-23T12:00:00Z) or epoch milliseconds");
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadQuestionException(otherwise);
        }
    }
}
