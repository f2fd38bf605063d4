package io.perfwatch.bench.live;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import io.perfwatch.bench.servers.LiveServers;
import io.perfwatch.bench.simulate.Simulation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From the sample's time to its text at a client, through a real broker and a real gateway. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "How old a sample is when its text is at a client: 50 simulated hosts, a real broker, a",
            "real gateway, one WebSocket. Beside it a bare Kafka consumer of the same topic."
        })
public final class LatencyBench implements Callable<Integer> {
    private static final int HOSTS = 50;
    private static final int ENOUGH = 10_000;
    private static final double P50 = 10;
    private static final double P99 = 50;

    @Option(
            names = "--seconds",
            defaultValue = "110",
            description = "how long to look, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--interval",
            defaultValue = "0.5",
            description = "seconds between two samples of a host, default ${DEFAULT-VALUE}")
    private double interval;

    @Option(names = "--warm-up", defaultValue = "20", description = "seconds before that")
    private int warmUp;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    private final Age age = new Age();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Latencies bare = new Latencies();
        Latencies live = new Latencies();
        try (LiveServers servers = LiveServers.start();
                HttpClient http = HttpClient.newHttpClient()) {
            Instant from = Instant.now().plusSeconds(warmUp);
            String subscribe =
                    "{\"type\":\"subscribe\",\"hosts\":[\"*\"],\"topics\":[\"perfwatch.system.v1\"]}";
            try (BareConsumer _ =
                            new BareConsumer(
                                    servers.broker().bootstrapServers(), into(bare, from));
                    LiveClient _ =
                            LiveClient.open(
                                            http,
                                            servers.gateway().live(),
                                            subscribe,
                                            into(live, from))
                                    .join()) {
                Duration every = Duration.ofMillis(Math.round(interval * 1000));
                new Simulation("bench", HOSTS, every, Duration.ZERO)
                        .run(
                                servers.broker().bootstrapServers(),
                                Duration.ofSeconds(warmUp + seconds));
                // What is still on its way belongs to both; how much that is nobody knows.
                TimeUnit.SECONDS.sleep(1);
            }
        }
        return report(live, bare);
    }

    /** Of samples that were taken from then on. */
    private Consumer<String> into(Latencies latencies, Instant from) {
        return text -> {
            if (text.startsWith("{\"type\":\"sample\"") || text.startsWith("{\"host\"")) {
                Instant time = Age.time(text);
                double milliseconds = age.milliseconds(time);
                if (!time.isBefore(from)) {
                    latencies.add(milliseconds);
                }
            }
        };
    }

    private int report(Latencies live, Latencies bare) throws IOException {
        if (live.count() != bare.count()) {
            throw new IOException(
                    "the client got %d samples, the bare consumer %d"
                            .formatted(live.count(), bare.count()));
        }
        String reference = "bare Kafka consumer";
        Report report =
                new Report(
                        "latency",
                        List.of(
                                Figure.of("samples", live.count(), ""),
                                Figure.of("p50", live.quantile(0.5), "ms")
                                        .atMost(P50)
                                        .beside(reference, bare.quantile(0.5)),
                                Figure.of("p99", live.quantile(0.99), "ms")
                                        .atMost(P99)
                                        .beside(reference, bare.quantile(0.99)),
                                Figure.of("longest", live.quantile(1), "ms")
                                        .beside(reference, bare.quantile(1))));
        report.write(System.out, json);
        if (live.count() < ENOUGH) {
            System.out.println("too few samples to tell: at least " + ENOUGH);
        }
        return report.allMet() && live.count() >= ENOUGH ? 0 : 1;
    }
}
