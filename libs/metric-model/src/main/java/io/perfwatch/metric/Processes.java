package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many processes there are, and the top ones by CPU and by memory, by pid; from {@code
 * /proc/PID}.
 */
public record Processes(
        double intervalSeconds,
        @Metric(
                        value = "Processes",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.process.count")
                @Nullable Long total,
        @Metric(
                        value = "Processes that run or are ready to",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.process.count{process.state=running}")
                @Nullable Long running,
        @Metric(
                        value = "Processes that wait for something",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.process.count{process.state=sleeping}")
                @Nullable Long sleeping,
        @Metric(
                        value = "Processes that wait and cannot be interrupted, mostly for a disk",
                        unit = Metric.Unit.COUNT)
                @Nullable Long blocked,
        @Metric(
                        value = "Processes that are stopped or traced",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.process.count{process.state=stopped}")
                @Nullable Long stopped,
        @Metric(
                        value = "Processes that are dead and not yet waited for",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.process.count{process.state=defunct}")
                @Nullable Long zombie,
        @Metric(value = "Threads of the kernel with nothing to do", unit = Metric.Unit.COUNT)
                @Nullable Long idle,
        @JsonAnyGetter @JsonAnySetter Map<String, ProcessSample> top)
        implements Family {
    public Processes {
        top = Absent.toEmpty(top);
    }
}
