package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/** One sensor; it has one of these. */
public record Sensor(
        @Metric(value = "Temperature", unit = Metric.Unit.CELSIUS, openTelemetry = "hw.temperature")
                @Nullable Double temperatureCelsius,
        @Metric(
                        value = "Temperature at which the hardware protects itself",
                        unit = Metric.Unit.CELSIUS)
                @Nullable Double criticalCelsius,
        @Metric(
                        value = "Speed of a fan",
                        unit = Metric.Unit.ROTATIONS_PER_MINUTE,
                        openTelemetry = "hw.fan.speed")
                @Nullable Double speedRotationsPerMinute,
        @Metric(
                        value = "Power, measured or from the energy over the interval",
                        unit = Metric.Unit.WATTS,
                        openTelemetry = "hw.power")
                @Nullable Double powerWatts) {}
