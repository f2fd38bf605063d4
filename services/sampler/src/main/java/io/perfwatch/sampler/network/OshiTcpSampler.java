package io.perfwatch.sampler.network;

import io.perfwatch.metric.Tcp;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.DifferenceSampler;
import java.util.function.ToLongFunction;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.TcpStats;

/** {@code tcp} from OSHI, both versions of the protocol together. */
public final class OshiTcpSampler extends DifferenceSampler<TcpSampler.Reading> {
    private final Oshi oshi;

    public OshiTcpSampler(Oshi oshi) {
        this.oshi = oshi;
    }

    @Override
    public String family() {
        return "tcp";
    }

    /** In the order of {@link TcpSampler}. */
    @Override
    protected TcpSampler.Reading read() {
        InternetProtocolStats stats = oshi.operatingSystem().getInternetProtocolStats();
        TcpStats version4 = stats.getTCPv4Stats();
        TcpStats version6 = stats.getTCPv6Stats();
        Numbers counts =
                Numbers.of(
                        sum(version4, version6, TcpStats::getConnectionsEstablished),
                        sum(version4, version6, TcpStats::getConnectionsActive),
                        sum(version4, version6, TcpStats::getConnectionsPassive),
                        sum(version4, version6, TcpStats::getConnectionFailures),
                        sum(version4, version6, TcpStats::getSegmentsReceived),
                        sum(version4, version6, TcpStats::getSegmentsSent),
                        sum(version4, version6, TcpStats::getSegmentsRetransmitted),
                        sum(version4, version6, TcpStats::getInErrors),
                        sum(version4, version6, TcpStats::getConnectionsReset),
                        sum(version4, version6, TcpStats::getOutResets));
        return new TcpSampler.Reading(
                counts,
                Numbers.absent(TcpSampler.EXTENDED.size()),
                Numbers.absent(SocketCounts.TCP_COLUMNS));
    }

    private static long sum(TcpStats a, TcpStats b, ToLongFunction<TcpStats> count) {
        return count.applyAsLong(a) + count.applyAsLong(b);
    }

    @Override
    protected Tcp compare(TcpSampler.Reading previous, TcpSampler.Reading current, double seconds) {
        return TcpSampler.from(previous, current, seconds);
    }
}
