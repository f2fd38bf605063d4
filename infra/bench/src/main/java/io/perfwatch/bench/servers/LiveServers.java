package io.perfwatch.bench.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What live events pass, in a temporary directory that goes with it. */
public record LiveServers(Path directory, BrokerServer broker, GatewayServer gateway)
        implements AutoCloseable {

    public static LiveServers start() throws IOException, InterruptedException {
        Repository repository = Repository.current();
        Path directory = Files.createTempDirectory("perfwatch-bench");
        var broker = new BrokerServer(repository, directory);
        var gateway = new GatewayServer(repository, directory, broker);
        return new LiveServers(directory, broker, gateway);
    }

    /** As a reference for the gateway, with its options. */
    public BroadcastServer startBroadcast() throws IOException, InterruptedException {
        return new BroadcastServer(Repository.current(), directory);
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        broker.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
