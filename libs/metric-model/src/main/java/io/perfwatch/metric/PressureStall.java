package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/** How much time was lost waiting for one resource. */
public record PressureStall(
        @Metric(
                        value = "At least one task waited for it, averaged over 10 seconds",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO)
                @Nullable Double someOver10SecondsRatio,
        @Metric(
                        value = "At least one task waited for it, averaged over 60 seconds",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO)
                @Nullable Double someOver60SecondsRatio,
        @Metric(
                        value = "At least one task waited for it, averaged over 300 seconds",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO)
                @Nullable Double someOver300SecondsRatio,
        @Metric(
                        value = "At least one task waited for it, over the interval",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double someStalledSecondsPerSecond,
        @Metric(
                        value = "No task could go on because of it, averaged over 10 seconds",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO)
                @Nullable Double fullOver10SecondsRatio,
        @Metric(
                        value = "No task could go on because of it, averaged over 60 seconds",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO)
                @Nullable Double fullOver60SecondsRatio,
        @Metric(
                        value = "No task could go on because of it, averaged over 300 seconds",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO)
                @Nullable Double fullOver300SecondsRatio,
        @Metric(
                        value = "No task could go on because of it, over the interval",
                        unit = Metric.Unit.SECONDS_PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double fullStalledSecondsPerSecond) {}
