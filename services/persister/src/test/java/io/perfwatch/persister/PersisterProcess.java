package io.perfwatch.persister;

import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The service in a JVM of its own, to be killed. */
final class PersisterProcess implements AutoCloseable {
    private final Process process;

    private PersisterProcess(Process process) {
        this.process = process;
    }

    static PersisterProcess start(Broker broker, Database database) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PersisterApplication.class.getName(),
                                Persister.SHORT_GRACE,
                                "--perfwatch.persister.threads=2"));
        Persister.arguments(broker.bootstrapServers(), database.url()).forEach(command::add);
        try {
            return new PersisterProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
