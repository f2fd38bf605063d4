package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/** UDP over IPv4, from {@code /proc/1/net/snmp} and {@code sockstat}. */
public record Udp(
        double intervalSeconds,
        @Metric(value = "Sockets that are bound", unit = Metric.Unit.COUNT)
                @Nullable Long inUseSockets,
        @Metric(value = "Buffers of all sockets", unit = Metric.Unit.BYTES)
                @Nullable Long memoryBytes,
        @Metric(
                        value = "Datagrams that came in and found a socket",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double receivedDatagramsPerSecond,
        @Metric(
                        value = "Datagrams that went out",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double sentDatagramsPerSecond,
        @Metric(
                        value = "Datagrams that found no socket",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double noPortsPerSecond,
        @Metric(
                        value = "Datagrams that could not be delivered",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double receiveErrorsPerSecond,
        @Metric(
                        value =
                                "Datagrams that were dropped because the buffer of the socket was full",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double receiveBufferErrorsPerSecond,
        @Metric(
                        value =
                                "Datagrams that were dropped because there was no memory to send them",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double sendBufferErrorsPerSecond,
        @Metric(
                        value = "Datagrams with a wrong checksum",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double checksumErrorsPerSecond)
        implements SystemFamily {}
