package io.perfwatch.metric;

import static io.perfwatch.metric.Metric.Kind.RATE;
import static io.perfwatch.metric.Metric.Kind.RATIO;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * One event of {@code perf stat} over one interval. A clock has seconds, everything else a count.
 */
public record Counter(
        @Metric(
                        value = "How often it happened, scaled up by runningRatio",
                        unit = Metric.Unit.PER_SECOND,
                        kind = RATE)
                @Nullable Double countPerSecond,
        @Metric(
                        value = "How much time a clock event counted, all CPUs together",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = RATE)
                @Nullable Double secondsPerSecond,
        @Metric(
                        value = "Part of the interval in which the counter was on the hardware",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO)
                double runningRatio,
        @JsonPropertyDescription("How far the count can be trusted, from runningRatio")
                Quality quality,
        @JsonPropertyDescription("Each logical CPU, as columns: the index is the CPU's number")
                @Nullable CounterCores cores) {

    /** Of all CPUs together. */
    public static Counter counted(double countPerSecond, double runningRatio, Quality quality) {
        return new Counter(countPerSecond, null, runningRatio, quality, null);
    }

    /** A clock, of all CPUs together. */
    public static Counter clock(double secondsPerSecond, double runningRatio, Quality quality) {
        return new Counter(null, secondsPerSecond, runningRatio, quality, null);
    }

    /** How far a count can be trusted. */
    public enum Quality {
        /** Counted all the time. */
        @JsonProperty("exact")
        EXACT,
        /** Counted part of the time and scaled up. */
        @JsonProperty("scaled")
        SCALED,
        /** Counted for so short a part that the scaled value may be far off. */
        @JsonProperty("unreliable")
        UNRELIABLE
    }
}
