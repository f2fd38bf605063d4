package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tick of the perf-counter. */
public record CountersEvent(
        String host,
        String probe,
        UUID run,
        long sequence,
        @EventTime Instant time,
        @Nullable Counters counters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> unavailable)
        implements Event {

    public CountersEvent {
        unavailable = Absent.toEmpty(unavailable);
    }

    public static CountersEvent of(
            Envelope envelope, @Nullable Counters counters, Map<String, String> unavailable) {
        return new CountersEvent(
                envelope.host(),
                envelope.probe(),
                envelope.run(),
                envelope.sequence(),
                envelope.time(),
                counters,
                unavailable);
    }
}
