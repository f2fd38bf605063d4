package io.perfwatch.gateway.history;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.gateway.web.HostParameter;
import io.perfwatch.gateway.web.TimeRange;
import io.perfwatch.metric.MetricPath;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a {@link Question} of a request's parameters, or says how to ask better. */
@Component
final class QuestionReader {
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
        TimeRange range = TimeRange.read(from, to, clock);
        checkRange(range);
        int count = points == null ? Math.min(DEFAULT_POINTS, limits.maxPoints()) : points;
        check(
                count >= 1 && count <= limits.maxPoints(),
                "points must be 1 to " + limits.maxPoints());
        checkSeries(hosts.size() * (long) metrics.size());
        return new Question(
                hosts.stream().map(HostParameter::check).distinct().toList(),
                metrics.stream().map(QuestionReader::path).distinct().toList(),
                range,
                count);
    }

    private void checkRange(TimeRange range) {
        check(
                range.length().compareTo(limits.maxRange()) <= 0,
                "from and to may be at most %d days apart; ask for less at once"
                        .formatted(limits.maxRange().toDays()));
    }

    /** More series than the limit only appear when wildcards are expanded. */
    void checkSeries(long series) {
        check(series >= 1, "name at least one host and one metric: ?host=a&metric=cpu.utilization");
        check(
                series <= limits.maxSeries(),
                "at most %d series in one answer; name fewer hosts, or devices instead of [*]"
                        .formatted(limits.maxSeries()));
    }

    static Tier tier(String name) {
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadQuestionException("tier must be raw, minute or hour"));
    }

    static ExportFormat exportFormat(String name) {
        return Arrays.stream(ExportFormat.values())
                .filter(format -> format.parameter().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadQuestionException("format must be csv or jsonl"));
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

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadQuestionException(otherwise);
        }
    }
}
