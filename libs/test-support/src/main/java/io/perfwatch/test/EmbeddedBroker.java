package io.perfwatch.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Kafka's own broker in a JVM of its own, which ends with this one. */
final class EmbeddedBroker implements Broker {
    private final Path directory = TemporaryDirectory.create("kafka");
    private final int port = FreePort.next();
    private @Nullable Process process;

    EmbeddedBroker() {
        this("", "");
    }

    /**
     * @param listener a further one, with a comma before it
     * @param settings further lines of the broker's properties
     */
    EmbeddedBroker(String listener, String settings) {
        try {
            Files.writeString(
                    configuration(),
                    """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@127.0.0.1:%2$d
                    controller.listener.names=CONTROLLER
                    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
                    log.dirs=%3$s
                    auto.create.topics.enable=false
                    offsets.topic.replication.factor=1
                    offsets.topic.num.partitions=1
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    group.initial.rebalance.delay.ms=0
                    controller.quorum.election.timeout.ms=200
                    broker.heartbeat.interval.ms=500
                    broker.session.timeout.ms=3000
                    log.cleaner.dedupe.buffer.size=2097152
                    num.network.threads=2
                    num.io.threads=2
                    """
                                    .formatted(
                                            port,
                                            FreePort.next(),
                                            directory.resolve("data"),
                                            listener)
                            + settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path configuration() {
        return directory.resolve("kafka.properties");
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            process = builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer(process);
    }

    private ProcessBuilder builder() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                java.toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EmbeddedBrokerMain.class.getName(),
                                configuration().toString()));
        Path log = directory.resolve("kafka.log");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private void awaitAnswer(Process started) {
        try (Admin admin = admin()) {
            Answer.await(
                    "the broker of " + directory,
                    started::isAlive,
                    () -> admin.describeCluster().nodes().get(5, TimeUnit.SECONDS));
        }
    }

    @Override
    public synchronized void stop() {
        end(Process::destroy);
    }

    @Override
    public synchronized void kill() {
        end(Process::destroyForcibly);
    }

    private void end(Consumer<Process> signal) {
        if (process == null) {
            return;
        }
        signal.accept(process);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public void close() {
        kill();
        TemporaryDirectory.delete(directory);
    }
}
