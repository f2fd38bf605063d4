package io.perfwatch.bench.ingest;

import io.perfwatch.bench.report.ProcessUsage;
import io.perfwatch.bench.servers.BrokerServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./perfwatch simulate} in a process of its own, so that its CPU is told apart. */
final class LiveFleet implements AutoCloseable {
    private final Process process;

    private LiveFleet(Process process) {
        this.process = process;
    }

    static LiveFleet start(BrokerServer broker, int hosts, int leaves, Path log)
            throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.perfwatch.bench.Main",
                        "simulate",
                        "--hosts=" + hosts,
                        "--leaves=" + leaves,
                        "--prefix=live",
                        "--kafka=" + broker.bootstrapServers());
        return new LiveFleet(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start());
    }

    ProcessUsage usage() throws IOException {
        return ProcessUsage.of(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
