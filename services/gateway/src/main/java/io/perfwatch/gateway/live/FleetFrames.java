package io.perfwatch.gateway.live;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.gateway.feed.HostNow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the hosts are at one instant: one frame for each selection that anybody looks at. */
final class FleetFrames {
    private final Instant now;
    private final GatewayProperties.Hosts limits;
    private final List<HostNow> hosts;
    private final Map<HostSelection, FleetFrame> frames = new HashMap<>();

    FleetFrames(FeedView view, Instant now, GatewayProperties.Hosts limits) {
        this.now = now;
        this.limits = limits;
        hosts = view.hosts(now.minus(limits.goneAfter()));
    }

    FleetFrame of(HostSelection selection) {
        return frames.computeIfAbsent(selection, this::make);
    }

    private FleetFrame make(HostSelection selection) {
        List<HostNow> selected =
                hosts.stream()
                        .filter(host -> selection.includes(host.host(), host.labels()))
                        .toList();
        return FleetFrame.of(selected, now, limits);
    }
}
