package io.perfwatch.sampler.network;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.NetworkInterface;
import io.perfwatch.metric.Networks;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code networks} from {@code /proc/1/net/dev} and {@code /sys/class/net}. */
public final class NetworkSampler extends DifferenceSampler<Map<String, InterfaceReading>> {
    /** The host's ends of pods' and containers' cables: their traffic is the pods'. */
    private static final List<String> LEFT_OUT = List.of("veth", "cali", "lxc");

    private final KernelFile dev;
    private final Links links;

    public NetworkSampler(HostRoot root) {
        this.dev = new NetworkNamespace(root).file("dev");
        this.links = new Links(root);
    }

    /** Whether the interface is the host's own. */
    public static boolean isShown(String name) {
        return LEFT_OUT.stream().noneMatch(name::startsWith);
    }

    @Override
    public String family() {
        return "networks";
    }

    @Override
    protected Map<String, InterfaceReading> read() throws IOException {
        Map<String, InterfaceReading> interfaces = parse(dev.read());
        interfaces.replaceAll((name, reading) -> reading.with(links.of(name)));
        links.keep(interfaces.keySet());
        return interfaces;
    }

    static Map<String, InterfaceReading> parse(Text text) {
        Map<String, InterfaceReading> interfaces = new LinkedHashMap<>();
        text.nextLine();
        text.nextLine();
        while (text.hasMore()) {
            String name = text.until(':');
            if (!name.isBlank() && isShown(name)) {
                interfaces.put(name, InterfaceReading.from(text));
            }
            text.nextLine();
        }
        return interfaces;
    }

    @Override
    protected Networks compare(
            Map<String, InterfaceReading> previous,
            Map<String, InterfaceReading> current,
            double seconds) {
        return from(previous, current, seconds);
    }

    static Networks from(
            Map<String, InterfaceReading> previous,
            Map<String, InterfaceReading> current,
            double seconds) {
        Map<String, NetworkInterface> interfaces = new LinkedHashMap<>();
        current.forEach((name, now) -> {
            InterfaceReading before = previous.get(name);
            if (before != null) {
                interfaces.put(name, now.since(before, seconds));
            }
        });
        return new Networks(interval(seconds), interfaces);
    }
}
