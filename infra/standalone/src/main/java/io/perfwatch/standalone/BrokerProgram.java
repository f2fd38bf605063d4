package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kafka in one process, broker and controller: a real one with the settings of a single host. */
final class BrokerProgram {

    static final String NAME = "kafka";

    /** Any 16 bytes in base64: one broker that answers on loopback only. */
    private static final String CLUSTER_ID = "UGVyZldhdGNoT25lSG9zdA";

    private BrokerProgram() {}

    /**
     * @param listener for probes of other machines; null: loopback only
     */
    static Program of(
            Jvm jvm,
            DataDirectory data,
            Ports ports,
            Secrets secrets,
            @Nullable OuterListener listener)
            throws IOException {
        Path configuration = data.run().resolve("kafka.properties");
        Files.writeString(configuration, properties(data, ports, secrets, listener));
        List<String> options =
                List.of(
                        "-Xms32m",
                        "-Xmx160m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true");
        var command = new ArrayList<>(jvm.command(NAME, options));
        command.addAll(List.of("-cp", jvm.home().standaloneJar().toString()));
        command.addAll(List.of(Broker.class.getName(), configuration.toString(), CLUSTER_ID));
        if (listener != null) {
            command.add(Integer.toString(ports.kafka()));
            command.add(secrets.file(OuterListener.USER).toString());
        }
        return new Program(
                NAME, ports.kafka(), command, Map.of(), () -> Probes.kafka(ports.kafka()), "TERM");
    }

    private static String properties(
            DataDirectory data, Ports ports, Secrets secrets, @Nullable OuterListener listener) {
        String outer = listener == null ? "" : ",PROBES://" + listener;
        String security = listener == null ? "" : listener.properties(data, ports, secrets);
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@%1$s:%3$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d%5$s
        log.dirs=%4$s

        # What exists is declared by the services.
        auto.create.topics.enable=false
        num.partitions=3

        # One replica of everything: one broker.
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1

        # Bounded whatever a topic says nothing about: a day, and 128 MiB a partition.
        log.retention.hours=24
        log.retention.bytes=134217728
        log.segment.bytes=16777216
        log.retention.check.interval.ms=60000
        metadata.log.segment.bytes=8388608
        metadata.max.retention.bytes=33554432

        # One host's load: few threads, small buffers (the cleaner alone takes 128 MiB by default).
        num.network.threads=2
        num.io.threads=2
        background.threads=2
        num.recovery.threads.per.data.dir=2
        log.cleaner.dedupe.buffer.size=2097152
        log.cleaner.io.buffer.size=131072
        log.index.size.max.bytes=1048576
        socket.request.max.bytes=16777216

        # No waiting for members and brokers that do not exist.
        group.initial.rebalance.delay.ms=0
        controller.quorum.election.timeout.ms=200
        controller.quorum.election.backoff.max.ms=200

        # A broker that was killed may register again only when its old session is over (default 9 s).
        broker.heartbeat.interval.ms=500
        broker.session.timeout.ms=3000
        """
                        .formatted(
                                Ports.HOST, ports.kafka(), ports.controller(), data.kafka(), outer)
                + security;
    }
}
