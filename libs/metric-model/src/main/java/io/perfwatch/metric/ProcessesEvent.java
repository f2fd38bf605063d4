package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The processes, from the sampler. */
public record ProcessesEvent(
        String host,
        String probe,
        UUID run,
        long sequence,
        @EventTime Instant time,
        @Nullable Processes processes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> unavailable)
        implements Event {

    public ProcessesEvent {
        unavailable = Absent.toEmpty(unavailable);
    }

    public static ProcessesEvent of(
            Envelope envelope, @Nullable Processes processes, Map<String, String> unavailable) {
        return new ProcessesEvent(
                envelope.host(),
                envelope.probe(),
                envelope.run(),
                envelope.sequence(),
                envelope.time(),
                processes,
                unavailable);
    }
}
