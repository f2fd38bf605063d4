package io.perfwatch.sampler.network;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.orNull;
import static io.perfwatch.sampler.source.Rounding.ratio;

import io.perfwatch.metric.Sockets;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** {@code sockets} from {@code sockstat} and the connection tracking of netfilter. */
public final class SocketSampler extends DifferenceSampler<SocketSampler.Reading> {
    private static final String TRACKING = "sys/net/netfilter/nf_conntrack_";

    private final KernelFile sockstat;
    private final KernelFile tracked;
    private final KernelFile limit;
    private final boolean tracking;

    record Reading(SocketCounts counts, long tracked, long limit) {}

    public SocketSampler(HostRoot root) {
        this.sockstat = new NetworkNamespace(root).file("sockstat");
        this.tracked = KernelFile.optional(root.proc(TRACKING + "count"));
        this.limit = KernelFile.optional(root.proc(TRACKING + "max"));
        this.tracking = Files.exists(root.proc(TRACKING + "count"));
    }

    @Override
    public String family() {
        return "sockets";
    }

    @Override
    protected Reading read() throws IOException {
        SocketCounts counts = SocketCounts.from(sockstat.read());
        return tracking
                ? new Reading(
                        counts, tracked.numberOr(Fields.ABSENT), limit.numberOr(Fields.ABSENT))
                : new Reading(counts, Fields.ABSENT, Fields.ABSENT);
    }

    @Override
    protected Map<String, String> unavailable() {
        return tracking
                ? Map.of()
                : Map.of("sockets.trackedConnections", "no firewall tracks connections here");
    }

    @Override
    protected Sockets compare(Reading previous, Reading current, double seconds) {
        return from(current, seconds);
    }

    static Sockets from(Reading now, double seconds) {
        return new Sockets(
                interval(seconds),
                orNull(now.counts.sockets().get(0)),
                orNull(now.counts.raw().get(0)),
                orNull(now.counts.fragments().get(0)),
                orNull(now.tracked),
                orNull(now.limit),
                ratio(now.tracked, now.limit));
    }
}
