package io.perfwatch.sampler.network;

import static io.perfwatch.sampler.source.Rounding.interval;
import static io.perfwatch.sampler.source.Rounding.orNull;
import static io.perfwatch.sampler.source.Rounding.perSecond;
import static io.perfwatch.sampler.source.Rounding.ratio;

import io.perfwatch.metric.Tcp;
import io.perfwatch.sampler.source.HeaderedLines;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Machine;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tcp} from {@code snmp}, {@code netstat} and {@code sockstat}. */
public final class TcpSampler extends DifferenceSampler<TcpSampler.Reading> {
    static final List<String> EXTENDED =
            List.of("ListenOverflows", "ListenDrops", "TCPTimeouts", "TCPSynRetrans");

    private final HeaderedLines snmpLines =
            new HeaderedLines(
                    "Tcp:",
                    List.of(
                            "CurrEstab",
                            "ActiveOpens",
                            "PassiveOpens",
                            "AttemptFails",
                            "InSegs",
                            "OutSegs",
                            "RetransSegs",
                            "InErrs",
                            "EstabResets",
                            "OutRsts"));
    private final HeaderedLines netstatLines = new HeaderedLines("TcpExt:", EXTENDED);

    private final KernelFile snmp;
    private final KernelFile netstat;
    private final KernelFile sockstat;

    record Reading(Numbers snmp, Numbers extended, Numbers sockets) {}

    public TcpSampler(HostRoot root) {
        NetworkNamespace network = new NetworkNamespace(root);
        this.snmp = network.file("snmp");
        this.netstat = network.file("netstat");
        this.sockstat = network.file("sockstat");
    }

    @Override
    public String family() {
        return "tcp";
    }

    @Override
    protected Reading read() throws IOException {
        Numbers basic = snmpLines.read(snmp.read());
        Numbers extended = netstatLines.read(netstat.read());
        return new Reading(basic, extended, SocketCounts.from(sockstat.read()).tcp());
    }

    @Override
    protected Tcp compare(Reading previous, Reading current, double seconds) {
        return from(previous, current, seconds);
    }

    static Tcp from(Reading previous, Reading now, double seconds) {
        Numbers before = previous.snmp;
        Numbers after = now.snmp;
        return new Tcp(
                interval(seconds),
                orNull(after.get(0)),
                orNull(now.sockets.get(2)),
                orNull(now.sockets.get(1)),
                orNull(now.sockets.get(0)),
                orNull(now.sockets.get(3)),
                orNull(now.sockets.get(4), Machine.PAGE_BYTES),
                perSecond(before.get(1), after.get(1), seconds),
                perSecond(before.get(2), after.get(2), seconds),
                perSecond(before.get(3), after.get(3), seconds),
                perSecond(before.get(4), after.get(4), seconds),
                perSecond(before.get(5), after.get(5), seconds),
                perSecond(before.get(6), after.get(6), seconds),
                retransmitRatio(before, after),
                perSecond(before.get(7), after.get(7), seconds),
                perSecond(before.get(8), after.get(8), seconds),
                perSecond(before.get(9), after.get(9), seconds),
                perSecond(previous.extended.get(0), now.extended.get(0), seconds),
                perSecond(previous.extended.get(1), now.extended.get(1), seconds),
                perSecond(previous.extended.get(2), now.extended.get(2), seconds),
                perSecond(previous.extended.get(3), now.extended.get(3), seconds));
    }

    /** Absent when nothing was sent. */
    private static @Nullable Double retransmitRatio(Numbers before, Numbers after) {
        Double ratio = ratio(after.get(6) - before.get(6), after.get(5) - before.get(5));
        return ratio == null ? null : Math.min(1.0, ratio);
    }
}
