package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/**
 * TCP over IPv4 and IPv6, from {@code /proc/1/net/snmp}, {@code netstat} and {@code sockstat};
 * never by a walk over the sockets.
 */
public record Tcp(
        double intervalSeconds,
        @Metric(
                        value = "Connections in ESTABLISHED or CLOSE-WAIT",
                        unit = Metric.Unit.COUNT,
                        openTelemetry = "system.network.connection.count")
                @Nullable Long establishedConnections,
        @Metric(value = "Connections in TIME-WAIT", unit = Metric.Unit.COUNT)
                @Nullable Long timeWaitConnections,
        @Metric(value = "Connections that no process holds any more", unit = Metric.Unit.COUNT)
                @Nullable Long orphanedConnections,
        @Metric(value = "IPv4 sockets that listen or are connected", unit = Metric.Unit.COUNT)
                @Nullable Long inUseSockets,
        @Metric(value = "Sockets of any state that have memory", unit = Metric.Unit.COUNT)
                @Nullable Long allocatedSockets,
        @Metric(value = "Buffers of all sockets", unit = Metric.Unit.BYTES)
                @Nullable Long memoryBytes,
        @Metric(
                        value = "Connections that this host began",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double activeOpensPerSecond,
        @Metric(
                        value = "Connections that others began",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double passiveOpensPerSecond,
        @Metric(
                        value = "Connections that never came to be",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double failedAttemptsPerSecond,
        @Metric(
                        value = "Segments that came in",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double receivedSegmentsPerSecond,
        @Metric(
                        value = "Segments that went out",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double sentSegmentsPerSecond,
        @Metric(
                        value = "Segments that were sent again",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double retransmitsPerSecond,
        @Metric(
                        value = "Part of the sent segments that were sent again",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO,
                        inputs = {"tcp.retransmitsPerSecond", "tcp.sentSegmentsPerSecond"},
                        formula = "retransmitsPerSecond / sentSegmentsPerSecond")
                @Nullable Double retransmitRatio,
        @Metric(
                        value = "Segments that came in broken",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double receiveErrorsPerSecond,
        @Metric(
                        value = "Connections that were reset while established",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double receivedResetsPerSecond,
        @Metric(
                        value = "Resets that this host sent",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double sentResetsPerSecond,
        @Metric(
                        value = "Connections that found the accept queue full",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double listenOverflowsPerSecond,
        @Metric(
                        value = "Connections that a listening socket dropped, for any reason",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double listenDropsPerSecond,
        @Metric(
                        value = "Retransmission timers that ran out",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double timeoutsPerSecond,
        @Metric(
                        value = "SYN segments that were sent again",
                        unit = Metric.Unit.PER_SECOND,
                        kind = Metric.Kind.RATE)
                @Nullable Double synRetransmitsPerSecond)
        implements SystemFamily {}
