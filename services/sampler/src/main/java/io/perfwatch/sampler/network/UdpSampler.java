package io.perfwatch.sampler.network;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.orNull;
import static io.perfwatch.sampler.source.Rounding.perSecond;

import io.perfwatch.metric.Udp;
import io.perfwatch.sampler.source.HeaderedLines;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Machine;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.List;

/** {@code udp} from {@code snmp} and {@code sockstat}. */
public final class UdpSampler extends DifferenceSampler<UdpSampler.Reading> {
    private final HeaderedLines lines =
            new HeaderedLines(
                    "Udp:",
                    List.of(
                            "InDatagrams",
                            "OutDatagrams",
                            "NoPorts",
                            "InErrors",
                            "RcvbufErrors",
                            "SndbufErrors",
                            "InCsumErrors"));
    private final KernelFile snmp;
    private final KernelFile sockstat;

    record Reading(Numbers snmp, Numbers sockets) {}

    public UdpSampler(HostRoot root) {
        NetworkNamespace network = new NetworkNamespace(root);
        this.snmp = network.file("snmp");
        this.sockstat = network.file("sockstat");
    }

    @Override
    public String family() {
        return "udp";
    }

    @Override
    protected Reading read() throws IOException {
        Numbers counters = lines.read(snmp.read());
        return new Reading(counters, SocketCounts.from(sockstat.read()).udp());
    }

    @Override
    protected Udp compare(Reading previous, Reading current, double seconds) {
        return from(previous, current, seconds);
    }

    static Udp from(Reading previous, Reading now, double seconds) {
        Numbers before = previous.snmp;
        Numbers after = now.snmp;
        return new Udp(
                interval(seconds),
                orNull(now.sockets.get(0)),
                orNull(now.sockets.get(1), Machine.PAGE_BYTES),
                perSecond(before.get(0), after.get(0), seconds),
                perSecond(before.get(1), after.get(1), seconds),
                perSecond(before.get(2), after.get(2), seconds),
                perSecond(before.get(3), after.get(3), seconds),
                perSecond(before.get(4), after.get(4), seconds),
                perSecond(before.get(5), after.get(5), seconds),
                perSecond(before.get(6), after.get(6), seconds));
    }
}
