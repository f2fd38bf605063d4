package io.perfwatch.gateway.annotation;

import io.perfwatch.gateway.web.BadQuestionException;
import io.perfwatch.gateway.web.TimeRange;
import io.perfwatch.metric.Annotation;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone wants to say.
 *
 * @param id of the one that it replaces; absent: a new one
 * @param time RFC 3339 or epoch milliseconds; absent: now
 * @param until exclusive; absent: it was a moment
 * @param tags absent: none
 * @param hosts absent: all
 */
record NewAnnotation(
        @Nullable String id,
        @Nullable String time,
        @Nullable String until,
        @NotNull String text,
        @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable String> hosts) {

    Annotation read(Clock clock) {
        try {
            return new Annotation(
                    id == null ? UUID.randomUUID().toString() : id,
                    instant("time", time == null ? clock.instant().toString() : time),
                    until == null ? null : instant("until", until),
                    text,
                    named("tags", tags),
                    named("hosts", hosts));
        } catch (IllegalArgumentException e) {
            throw new BadQuestionException(String.valueOf(e.getMessage()));
        }
    }

    private static Instant instant(String name, String text) {
        return TimeRange.instant(name, text).truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<String> named(String name, @Nullable List<@Nullable String> list) {
        return list == null
                ? List.of()
                : list.stream()
                        .map(one -> {
                            if (one == null) {
                                throw new BadQuestionException(name + " must be texts");
                            }
                            return one;
                        })
                        .toList();
    }
}
