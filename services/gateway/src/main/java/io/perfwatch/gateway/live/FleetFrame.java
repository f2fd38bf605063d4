package io.perfwatch.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.feed.Headline;
import io.perfwatch.gateway.feed.HostNow;
import io.perfwatch.gateway.feed.HostState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How some hosts are at one instant, as columns; made once and shared by all who look at them. */
final class FleetFrame {
    private final List<String> hosts;
    private final String start;
    private final String end;
    private final ByteBuffer withoutNames;
    private final long madeNanos = System.nanoTime();

    /**
     * @param hosts names, in the order of the columns' values
     * @param columns as JSON: {@code {"state":["up"],"cpu.utilization":[0.1]}}
     */
    FleetFrame(Instant time, List<String> hosts, String columns) {
        this.hosts = hosts;
        start = "{\"type\":\"fleet\",\"time\":\"" + time.truncatedTo(ChronoUnit.MILLIS) + '"';
        end = ",\"columns\":" + columns + '}';
        withoutNames = encode(start + end);
    }

    static FleetFrame of(List<HostNow> hosts, Instant now, GatewayProperties.Hosts limits) {
        StringBuilder columns = new StringBuilder(hosts.size() * 64).append("{\"state\":[");
        for (HostNow host : hosts) {
            String state = HostState.of(host.lastSeen(), now, limits).word();
            columns.append('"').append(state).append("\",");
        }
        endOf(columns);
        for (String path : Headline.PATHS) {
            columns.append(",\"").append(path).append("\":[");
            for (HostNow host : hosts) {
                columns.append(host.headline().get(path)).append(',');
            }
            endOf(columns);
        }
        List<String> names = hosts.stream().map(HostNow::host).toList();
        return new FleetFrame(now, names, columns.append('}').toString());
    }

    private static void endOf(StringBuilder column) {
        if (column.charAt(column.length() - 1) == ',') {
            column.setLength(column.length() - 1);
        }
        column.append(']');
    }

    private static ByteBuffer encode(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    List<String> hosts() {
        return hosts;
    }

    /** On {@link System#nanoTime}. */
    long madeNanos() {
        return madeNanos;
    }

    /**
     * As UTF-8.
     *
     * @param known the hosts that the client was told last; the names are left out if they are
     *     these
     */
    ByteBuffer message(List<String> known) {
        return hosts.equals(known)
                ? withoutNames.duplicate()
                : encode(start + ",\"hosts\":" + LiveMessages.names(hosts) + end);
    }
}
