package io.perfwatch.bench.live;

import io.perfwatch.bench.report.Figure;
import io.perfwatch.bench.report.Report;
import io.perfwatch.bench.servers.LiveServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a thousand clients cost the gateway, and what those cost that do not read. */
@Command(
        name = "fanout",
        mixinStandardHelpOptions = true,
        description = {
            "What clients cost a real gateway that follows a real broker: 20 that look at a fleet of",
            "1,000 hosts; 1,000 of which each looks at one of 100 hosts; the same with 50 more that",
            "do not read, in turn, five times, of which the medians are told. The clients are in this",
            "process, the gateway in its own. Beside it a Tomcat that only passes on the same texts."
        })
public final class FanoutBench implements Callable<Integer> {
    private static final double CORE = 0.25;
    private static final double P99 = 50;
    private static final double PSS = 250;
    private static final double WITHIN = 1.1;
    private static final double MEBIBYTE = 1 << 20;
    private static final String REFERENCE = "Tomcat that only passes on";

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "how long each part is looked at, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "15", description = "seconds before each part")
    private int warmUp;

    @Option(names = "--json", description = "file for the result")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LiveServers servers = LiveServers.start()) {
            Parts parts =
                    new Parts(
                            servers.broker(),
                            servers.gateway(),
                            Duration.ofSeconds(warmUp),
                            length());
            System.out.println("20 look at a fleet of 1,000 hosts");
            Watch.Seen fleet = parts.fleet();
            System.out.println("1,000 look at one host each, then 50 more that do not read");
            Parts.Crowd crowd = parts.crowd();
            System.out.println("the same texts from the reference");
            double reference = new Reference(crowd.texts()).cpu(servers.startBroadcast(), length());
            Report report = new Report("fanout", figures(fleet, crowd, reference));
            report.write(System.out, json);
            return report.allMet() ? 0 : 1;
        }
    }

    private Duration length() {
        return Duration.ofSeconds(seconds);
    }

    private static List<Figure> figures(Watch.Seen fleet, Parts.Crowd crowd, double reference) {
        Watch.Seen plain = crowd.plain();
        Watch.Seen stalled = crowd.withStalled();
        return List.of(
                Figure.of("fleet: cpu", fleet.cpu(), "core").atMost(CORE),
                Figure.of("fleet: p99 to the write", fleet.p99(), "ms").atMost(P99),
                Figure.of("clients: writes", plain.writesPerSecond(), "1/s"),
                Figure.of("clients: cpu", plain.cpu(), "core")
                        .atMost(CORE)
                        .beside(REFERENCE, reference),
                Figure.of("clients: p50 to the write", plain.p50(), "ms"),
                Figure.of("clients: p99 to the write", plain.p99(), "ms").atMost(P99),
                Figure.of("stalled too: cpu", stalled.cpu(), "core").atMost(plain.cpu() * WITHIN),
                Figure.of("stalled too: p99", stalled.p99(), "ms").atMost(plain.p99() * WITHIN),
                Figure.of("replay memory", crowd.recentBytes() / MEBIBYTE, "MiB"),
                Figure.of("memory (PSS)", crowd.pssBytes() / MEBIBYTE, "MiB").atMost(PSS));
    }
}
