package io.perfwatch.bench.live;

import io.perfwatch.bench.servers.BroadcastServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same texts to as many clients, from a server that only passes them on.
 *
 * @param texts by host
 */
record Reference(Map<String, String> texts) {
    private static final int CLIENTS = 1000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /**
     * @param started ended afterwards
     * @return CPU of a core, without anything else
     */
    double cpu(BroadcastServer started, Duration length) throws IOException, InterruptedException {
        List<String> hosts = new ArrayList<>(texts.keySet());
        try (BroadcastServer server = started;
                Audience _ =
                        new Audience(
                                server.address(),
                                CLIENTS,
                                client -> hosts.get(client % hosts.size()))) {
            speak(server, hosts, WARM_UP);
            double before = server.usage().cpuSeconds();
            long start = System.nanoTime();
            speak(server, hosts, length);
            double seconds = (System.nanoTime() - start) / 1e9;
            return (server.usage().cpuSeconds() - before) / seconds;
        }
    }

    /** Of each host once a second, spread over it. */
    private void speak(BroadcastServer server, List<String> hosts, Duration length)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        long step = 1_000_000_000L / hosts.size();
        for (long n = 0; n * step < length.toNanos(); n++) {
            Thread.sleep(Duration.ofNanos(Math.max(0, start + n * step - System.nanoTime())));
            String host = hosts.get((int) (n % hosts.size()));
            server.say(host, texts.getOrDefault(host, ""));
        }
    }
}
