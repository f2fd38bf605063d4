package io.perfwatch.sampling;

import io.perfwatch.metric.Family;
import java.time.Duration;
import java.util.Map;

/** What came of one attempt to sample a family. */
public sealed interface Outcome {

    /**
     * It was measured.
     *
     * @param unavailable the parts of it that were not, by path, with the reason
     */
    record Sampled(Family family, Map<String, String> unavailable) implements Outcome {
        public Sampled {
            unavailable = Map.copyOf(unavailable);
        }

        public Sampled(Family family) {
            this(family, Map.of());
        }
    }

    /** This machine does not have it, or does not show it; says why and what would help. */
    record NoData(String reason) implements Outcome {}

    /** A first reading, to which the next one is compared. */
    record Primed() implements Outcome {}

    /** It should have worked. */
    record Failed(Exception cause) implements Outcome {}

    /** The attempt has not come back for so long; the family is left alone until it does. */
    record Hanging(Duration since) implements Outcome {}
}
