package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One network interface. */
public record NetworkInterface(
        @Metric(
                        value = "Bytes that came in",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.network.io{network.io.direction=receive}")
                @Nullable Double receivedBytesPerSecond,
        @Metric(
                        value = "Bytes that went out",
                        unit = Metric.Unit.BYTES_PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.network.io{network.io.direction=transmit}")
                @Nullable Double sentBytesPerSecond,
        @Metric(
                        value = "Packets that came in",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.network.packet.count{network.io.direction=receive}")
                @Nullable Double receivedPacketsPerSecond,
        @Metric(
                        value = "Packets that went out",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry =
                                "system.network.packet.count{network.io.direction=transmit}")
                @Nullable Double sentPacketsPerSecond,
        @Metric(
                        value = "Packets that came in broken",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.network.errors{network.io.direction=receive}")
                @Nullable Double receiveErrorsPerSecond,
        @Metric(
                        value = "Packets that could not be sent",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry = "system.network.errors{network.io.direction=transmit}")
                @Nullable Double sendErrorsPerSecond,
        @Metric(
                        value = "Packets that came in and were dropped",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry =
                                "system.network.packet.dropped{network.io.direction=receive}")
                @Nullable Double receiveDropsPerSecond,
        @Metric(
                        value = "Packets that were dropped before they were sent",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE,
                        openTelemetry =
                                "system.network.packet.dropped{network.io.direction=transmit}")
                @Nullable Double sendDropsPerSecond,
        @Metric(
                        value = "Speed of the link, where the driver knows it",
                        unit = Metric.Unit.BITS_PER_SECOND)
                @Nullable Long speedBitsPerSecond,
        @JsonPropertyDescription("Whether the link is up; absent where the driver does not know")
                @Nullable Boolean up,
        @Metric(
                        value = "Part of the link that incoming bytes filled",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO,
                        inputs = {
                            "networks[*].receivedBytesPerSecond",
                            "networks[*].speedBitsPerSecond"
                        },
                        formula = "receivedBytesPerSecond * 8 / speedBitsPerSecond")
                @Nullable Double receiveUtilization,
        @Metric(
                        value = "Part of the link that outgoing bytes filled",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO,
                        inputs = {
                            "networks[*].sentBytesPerSecond",
                            "networks[*].speedBitsPerSecond"
                        },
                        formula = "sentBytesPerSecond * 8 / speedBitsPerSecond")
                @Nullable Double sendUtilization) {}
