package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Runs everything for some seconds on an empty data directory; at their end the JVMs write what
 * they had loaded into start-up caches (JEP 483, 514, 515).
 */
@Command(name = "train", hidden = true, description = "Records the start-up caches.")
final class TrainCommand implements Callable<Integer> {

    private static final int ROUNDS = 6;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Home home = Home.current();
        var data = new DataDirectory(Files.createTempDirectory(home.cache(), "training-"));
        Ports ports = Ports.free();
        try {
            data.prepare();
            var journal = new Journal(data.logs(), System.out);
            var stack = new Stack(new Jvm(home, true), data, ports, journal, null);
            var hook = new Thread(stack::stop);
            Runtime.getRuntime().addShutdownHook(hook);
            stack.start();
            try (var visit = new Visit(ports.dashboard())) {
                for (int round = 0; round < ROUNDS; round++) {
                    visit.open();
                    watch(ports);
                    TimeUnit.MILLISECONDS.sleep(500);
                }
            }
            stack.stop();
            Runtime.getRuntime().removeShutdownHook(hook);
            return 0;
        } finally {
            keepLogs(data, home);
            Trees.delete(data.path());
        }
    }

    private static void watch(Ports ports) {
        for (Service service : Service.values()) {
            Probes.http(ports.management(service), "/actuator/health/readiness");
            Probes.http(ports.management(service), "/actuator/prometheus");
        }
    }

    private static void keepLogs(DataDirectory data, Home home) throws IOException {
        Path kept = home.cache().resolve("training-logs");
        Trees.delete(kept);
        if (Files.isDirectory(data.logs())) {
            Files.createDirectories(kept);
            try (Stream<Path> logs = Files.list(data.logs())) {
                for (Path log : logs.toList()) {
                    Files.move(log, kept.resolve(log.getFileName()));
                }
            }
        }
    }
}
