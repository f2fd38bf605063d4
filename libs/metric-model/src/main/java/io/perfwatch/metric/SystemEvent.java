package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tick of the sampler: each family that was due. A family that was not is left out. */
public record SystemEvent(
        String host,
        String probe,
        UUID run,
        long sequence,
        @EventTime Instant time,
        @Nullable Cpu cpu,
        @Nullable Memory memory,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> unavailable)
        implements Event {

    public SystemEvent {
        unavailable = Absent.toEmpty(unavailable);
    }

    /** Puts each family in its place; of two of the same kind the later stays. */
    public static SystemEvent of(
            Envelope envelope,
            Collection<? extends SystemFamily> families,
            Map<String, String> unavailable) {
        Cpu cpu = null;
        Memory memory = null;
        for (SystemFamily family : families) {
            switch (family) {
                case Cpu c -> cpu = c;
                case Memory m -> memory = m;
            }
        }
        return new SystemEvent(
                envelope.host(),
                envelope.probe(),
                envelope.run(),
                envelope.sequence(),
                envelope.time(),
                cpu,
                memory,
                unavailable);
    }
}
