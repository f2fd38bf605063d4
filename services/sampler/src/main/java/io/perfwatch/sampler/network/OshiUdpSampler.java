package io.perfwatch.sampler.network;

import io.perfwatch.metric.Udp;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.DifferenceSampler;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.UdpStats;

/** {@code udp} from OSHI, both versions of the protocol together. */
public final class OshiUdpSampler extends DifferenceSampler<UdpSampler.Reading> {
    private final Oshi oshi;

    public OshiUdpSampler(Oshi oshi) {
        this.oshi = oshi;
    }

    @Override
    public String family() {
        return "udp";
    }

    /** In the order of {@link UdpSampler}, which ends with three that only Linux counts. */
    @Override
    protected UdpSampler.Reading read() {
        InternetProtocolStats stats = oshi.operatingSystem().getInternetProtocolStats();
        UdpStats version4 = stats.getUDPv4Stats();
        UdpStats version6 = stats.getUDPv6Stats();
        Numbers counts =
                Numbers.of(
                        version4.getDatagramsReceived() + version6.getDatagramsReceived(),
                        version4.getDatagramsSent() + version6.getDatagramsSent(),
                        version4.getDatagramsNoPort() + version6.getDatagramsNoPort(),
                        version4.getDatagramsReceivedErrors()
                                + version6.getDatagramsReceivedErrors(),
                        Fields.ABSENT,
                        Fields.ABSENT,
                        Fields.ABSENT);
        return new UdpSampler.Reading(counts, Numbers.absent(SocketCounts.UDP_COLUMNS));
    }

    @Override
    protected Udp compare(UdpSampler.Reading previous, UdpSampler.Reading current, double seconds) {
        return UdpSampler.from(previous, current, seconds);
    }
}
