package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/** Sockets of all kinds, from {@code /proc/1/net/sockstat}, and tracked connections. */
public record Sockets(
        double intervalSeconds,
        @Metric(value = "Sockets of any kind that processes hold", unit = Metric.Unit.COUNT)
                @Nullable Long used,
        @Metric(value = "Raw sockets", unit = Metric.Unit.COUNT) @Nullable Long raw,
        @Metric(
                        value = "Packets that are being put together of fragments",
                        unit = Metric.Unit.COUNT)
                @Nullable Long fragments,
        @Metric(
                        value = "Connections that the firewall remembers (nf_conntrack_count)",
                        unit = Metric.Unit.COUNT)
                @Nullable Long trackedConnections,
        @Metric(value = "How many it can remember (nf_conntrack_max)", unit = Metric.Unit.COUNT)
                @Nullable Long trackedConnectionsLimit,
        @Metric(
                        value = "Part of that table in use",
                        unit = Metric.Unit.RATIO,
                        kind = Metric.Kind.RATIO,
                        inputs = {"sockets.trackedConnections", "sockets.trackedConnectionsLimit"},
                        formula = "trackedConnections / trackedConnectionsLimit")
                @Nullable Double trackedConnectionsUtilization)
        implements SystemFamily {}
