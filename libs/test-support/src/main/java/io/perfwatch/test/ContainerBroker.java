package io.perfwatch.test;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** Kafka's published image. */
final class ContainerBroker implements Broker {
    private static final String IMAGE = "apache/kafka:4.2.1";
    private static final int INSIDE = 9092;

    private final int port = FreePort.next();
    private final ContainerServer server =
            new ContainerServer(
                    IMAGE,
                    port,
                    INSIDE,
                    Map.ofEntries(
                            Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                            Map.entry("KAFKA_NODE_ID", "1"),
                            Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                            Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                            Map.entry(
                                    "KAFKA_LISTENERS",
                                    "PLAINTEXT://0.0.0.0:"
                                            + INSIDE
                                            + ",CONTROLLER://localhost:9093"),
                            Map.entry(
                                    "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port),
                            Map.entry(
                                    "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                    "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                            Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                            Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                            Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1"),
                            Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                            Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                            Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                            Map.entry("KAFKA_HEAP_OPTS", "-Xmx256m")));

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        server.start();
        try (Admin admin = admin()) {
            Answer.await(
                    IMAGE,
                    server::isRunning,
                    () -> admin.describeCluster().nodes().get(5, TimeUnit.SECONDS));
        }
    }

    @Override
    public synchronized void stop() {
        server.stop();
    }

    @Override
    public synchronized void kill() {
        server.kill();
    }

    @Override
    public synchronized void close() {
        server.remove();
    }
}
