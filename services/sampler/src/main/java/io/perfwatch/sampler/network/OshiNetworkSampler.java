package io.perfwatch.sampler.network;

import io.perfwatch.metric.Networks;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.DifferenceSampler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oshi.hardware.NetworkIF;

/** {@code networks} from OSHI. */
public final class OshiNetworkSampler extends DifferenceSampler<Map<String, InterfaceReading>> {
    /** The list is made anew only this often: that is the expensive part. */
    private static final int READINGS_PER_LIST = 30;

    private final Oshi oshi;
    private List<NetworkIF> interfaces = List.of();
    private int readings;

    public OshiNetworkSampler(Oshi oshi) {
        this.oshi = oshi;
    }

    @Override
    public String family() {
        return "networks";
    }

    @Override
    protected Map<String, InterfaceReading> read() {
        if (readings++ % READINGS_PER_LIST == 0) {
            interfaces =
                    oshi.hardware().getNetworkIFs(true).stream()
                            .filter(i -> NetworkSampler.isShown(i.getName()))
                            .toList();
        } else {
            interfaces.forEach(NetworkIF::updateAttributes);
        }
        Map<String, InterfaceReading> found = new LinkedHashMap<>();
        interfaces.forEach(i -> found.put(i.getName(), reading(i)));
        return found;
    }

    /** It counts drops of one direction only. */
    private static InterfaceReading reading(NetworkIF from) {
        return new InterfaceReading(
                new InterfaceReading.Direction(
                        from.getBytesRecv(),
                        from.getPacketsRecv(),
                        from.getInErrors(),
                        from.getInDrops()),
                new InterfaceReading.Direction(
                        from.getBytesSent(),
                        from.getPacketsSent(),
                        from.getOutErrors(),
                        Fields.ABSENT),
                new Link(speed(from), up(from)));
    }

    /** Some drivers say 0, some the largest number. */
    private static @Nullable Long speed(NetworkIF from) {
        long bitsPerSecond = from.getSpeed();
        return bitsPerSecond > 0 && bitsPerSecond < Integer.MAX_VALUE * 1000L
                ? bitsPerSecond
                : null;
    }

    private static @Nullable Boolean up(NetworkIF from) {
        return switch (from.getIfOperStatus()) {
            case UP -> true;
            case UNKNOWN -> null;
            case DOWN, TESTING, DORMANT, NOT_PRESENT, LOWER_LAYER_DOWN -> false;
        };
    }

    @Override
    protected Networks compare(
            Map<String, InterfaceReading> previous,
            Map<String, InterfaceReading> current,
            double seconds) {
        return NetworkSampler.from(previous, current, seconds);
    }
}
