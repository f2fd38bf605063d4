package io.perfwatch.bench.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a benchmark loads, in a temporary directory that goes with it.
 *
 * @param persister not started yet, but topics and tables are there
 */
public record BenchServers(
        Path directory, BrokerServer broker, DatabaseServer database, PersisterServer persister)
        implements AutoCloseable {

    public static BenchServers start() throws IOException, InterruptedException, SQLException {
        Repository repository = Repository.current();
        Path directory = Files.createTempDirectory("perfwatch-bench");
        var broker = new BrokerServer(repository, directory);
        var database = new DatabaseServer(repository, directory);
        var persister = new PersisterServer(repository, directory, broker, database);
        persister.start();
        persister.stop();
        return new BenchServers(directory, broker, database, persister);
    }

    /** Sends what this machine does until it is closed. */
    public SamplerServer startSampler() throws IOException, InterruptedException {
        return new SamplerServer(Repository.current(), directory, broker);
    }

    public Load load() throws IOException {
        return new Load(
                System.nanoTime(),
                broker.usage().cpuSeconds(),
                persister.usage().cpuSeconds(),
                database.usage().cpuSeconds());
    }

    @Override
    public void close() throws IOException {
        persister.close();
        database.close();
        broker.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
