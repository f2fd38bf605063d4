package io.perfwatch.gateway.live;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.feed.Headline;
import io.perfwatch.gateway.feed.HostNow;
import io.perfwatch.gateway.feed.HostState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How some hosts are at one instant, as columns; made once and shared by all who look at them.
 *
 * @param hosts names, in the order of the columns' values
 * @param columns as JSON: {@code {"state":["up"],"cpu.utilization":[0.1]}}
 */
record FleetFrame(Instant time, List<String> hosts, String columns) {
    static FleetFrame of(List<HostNow> hosts, Instant now, GatewayProperties.Hosts limits) {
        StringBuilder columns = new StringBuilder(hosts.size() * 64).append("{\"state\":[");
        for (HostNow host : hosts) {
            String state = HostState.of(host.lastSeen(), now, limits).word();
            columns.append('"').append(state).append("\",");
        }
        end(columns);
        for (String path : Headline.PATHS) {
            columns.append(",\"").append(path).append("\":[");
            for (HostNow host : hosts) {
                columns.append(host.headline().get(path)).append(',');
            }
            end(columns);
        }
        List<String> names = hosts.stream().map(HostNow::host).toList();
        return new FleetFrame(now, names, columns.append('}').toString());
    }

    private static void end(StringBuilder column) {
        if (column.charAt(column.length() - 1) == ',') {
            column.setLength(column.length() - 1);
        }
        column.append(']');
    }

    /**
     * @param known the hosts that the client was told last; the names are left out if they are
     *     these
     */
    String text(List<String> known) {
        String names = hosts.equals(known) ? "" : ",\"hosts\":" + LiveMessages.names(hosts);
        Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
        return "{\"type\":\"fleet\",\"time\":\"%s\"%s,\"columns\":".formatted(millis, names)
                + columns
                + "}";
    }
}
