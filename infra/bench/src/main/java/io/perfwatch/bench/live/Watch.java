package io.perfwatch.bench.live;

import io.perfwatch.bench.servers.GatewayServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Looks at the gateway for a while. */
final class Watch {
    private static final String DELIVERY = "perfwatch_live_delivery_seconds";

    /**
     * What was seen.
     *
     * @param cpu of a core
     * @param p50 milliseconds from having an event to having written it
     * @param p99 the same
     * @param writesPerSecond to all sockets
     */
    record Seen(double cpu, double p50, double p99, double writesPerSecond) {
        /** Of each figure the median; an odd number of looks. */
        static Seen median(List<Seen> seen) {
            return new Seen(
                    median(seen, Seen::cpu),
                    median(seen, Seen::p50),
                    median(seen, Seen::p99),
                    median(seen, Seen::writesPerSecond));
        }

        private static double median(List<Seen> seen, ToDoubleFunction<Seen> figure) {
            return seen.stream().mapToDouble(figure).sorted().toArray()[seen.size() / 2];
        }
    }

    private Watch() {}

    static Seen watch(GatewayServer gateway, Duration length)
            throws IOException, InterruptedException {
        Histogram before = Histogram.parse(gateway.metrics(), DELIVERY);
        double cpuBefore = gateway.usage().cpuSeconds();
        long start = System.nanoTime();
        Thread.sleep(length);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (gateway.usage().cpuSeconds() - cpuBefore) / seconds;
        Histogram written = Histogram.parse(gateway.metrics(), DELIVERY).since(before);
        return new Seen(
                cpu,
                written.quantile(0.5) * 1000,
                written.quantile(0.99) * 1000,
                written.count() / seconds);
    }
}
