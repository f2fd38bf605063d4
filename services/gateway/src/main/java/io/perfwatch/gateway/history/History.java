package io.perfwatch.gateway.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was.
 *
 * @param from as asked
 * @param until exclusive; what is later comes live
 * @param tier where it is from; its newest part, while that is not rolled up, from finer ones
 * @param spanSeconds width of the spans; 0: samples as they came
 * @param time epoch milliseconds, ascending: of samples, or of the beginnings of equal spans
 * @param series by host, then by metric
 * @param gaps by host, then by time
 */
record History(
        Instant from,
        Instant until,
        Tier tier,
        double spanSeconds,
        List<Long> time,
        List<Series> series,
        List<Gap> gaps) {

    /**
     * One metric of one host, for each time a value or null. Of a single sample all three are the
     * same; of a span, min and max keep the spikes.
     */
    record Series(
            String host,
            String metric,
            List<@Nullable Double> min,
            List<@Nullable Double> avg,
            List<@Nullable Double> max) {}

    /**
     * Where there are no samples though there could be.
     *
     * @param from the last sample before
     * @param to the first sample after
     */
    record Gap(String host, String topic, Instant from, Instant to, Reason reason) {}

    /** Why there are none. */
    enum Reason {
        /** Taken, but lost on the way: the sequence has a hole. */
        @JsonProperty("missing")
        MISSING,
        /** Taken, but not yet in the database. */
        @JsonProperty("pending")
        PENDING,
        /** Not taken: the probe did not run, or what it asked did not answer in time. */
        @JsonProperty("unobserved")
        UNOBSERVED
    }
}
