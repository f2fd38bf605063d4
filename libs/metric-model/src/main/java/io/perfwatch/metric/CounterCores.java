package io.perfwatch.metric;

import static io.perfwatch.metric.Metric.Kind.RATE;
import static io.perfwatch.metric.Metric.Kind.RATIO;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link Counter} per logical CPU: one list a metric, null where the CPU is offline or did not
 * count.
 */
public record CounterCores(
        @Metric(
                        value = "How often it happened, scaled up by runningRatio",
                        unit = Metric.Unit.PER_SECOND,
                        kind = RATE)
                @Nullable List<@Nullable Double> countPerSecond,
        @Metric(
                        value = "How much time a clock event counted",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = RATE)
                @Nullable List<@Nullable Double> secondsPerSecond,
        @Metric(
                        value = "Part of the interval in which the counter was on the hardware",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO)
                @Nullable List<@Nullable Double> runningRatio,
        @JsonPropertyDescription("How far the count can be trusted, from runningRatio")
                @Nullable List<Counter.@Nullable Quality> quality) {
    public CounterCores {
        countPerSecond = Columns.copy(countPerSecond);
        secondsPerSecond = Columns.copy(secondsPerSecond);
        runningRatio = Columns.copy(runningRatio);
        quality = Columns.copy(quality);
    }

    /** The same from other modules, see {@link CountersCores#of}. */
    public static CounterCores of(
            @Nullable List<@Nullable Double> countPerSecond,
            @Nullable List<@Nullable Double> secondsPerSecond,
            @Nullable List<@Nullable Double> runningRatio,
            @Nullable List<Counter.@Nullable Quality> quality) {
        return new CounterCores(countPerSecond, secondsPerSecond, runningRatio, quality);
    }
}
