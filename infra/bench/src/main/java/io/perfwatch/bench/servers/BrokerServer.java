package io.perfwatch.bench.servers;

import io.perfwatch.metric.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Kafka in one process, with room for a fleet. */
public final class BrokerServer extends Server {
    /** Any 16 bytes in base64. */
    private static final String CLUSTER_ID = "UGVyZldhdGNoQmVuY2hlcw";

    private static final RecordsToDelete UNTIL_NOW = RecordsToDelete.beforeOffset(-1);

    private final int port;

    BrokerServer(Repository repository, Path directory) throws IOException, InterruptedException {
        super(directory.resolve("kafka.log"));
        this.port = freePort();
        Path configuration = directory.resolve("kafka.properties");
        Files.writeString(configuration, properties(freePort(), directory.resolve("kafka")));
        Path jar = repository.file("infra/standalone/target/standalone.jar");
        launch(
                List.of(
                        java(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jar.toString(),
                        "io.perfwatch.standalone.Broker",
                        configuration.toString(),
                        CLUSTER_ID),
                Map.of(),
                this::answers);
    }

    private String properties(int controller, Path data) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        log.dirs=%3$s
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        group.initial.rebalance.delay.ms=0
        log.cleaner.dedupe.buffer.size=2097152
        num.network.threads=2
        num.io.threads=4
        """
                .formatted(port, controller, data);
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /** Removes all records of topics that are not compacted. */
    public void empty(Topic... topics) throws IOException, InterruptedException {
        List<String> names = Arrays.stream(topics).map(Topic::topicName).toList();
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        try (Admin admin = admin()) {
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) ->
                            topic.partitions()
                                    .forEach(p ->
                                            all.put(
                                                    new TopicPartition(name, p.partition()),
                                                    UNTIL_NOW)));
            admin.deleteRecords(all).all().get();
        } catch (ExecutionException e) {
            throw new IOException("could not empty " + names, e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
