package io.perfwatch.bench.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.bench.servers.BenchServers;
import io.perfwatch.bench.simulate.SimulatedProducer;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What this machine's own sampler sends, kept and sent again until it is an hour. */
final class RealHost {
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":\\d+");
    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");

    private RealHost() {}

    /**
     * @param seconds that are recorded
     * @return what is there then
     */
    static Backlog fill(BenchServers servers, int seconds, Duration length)
            throws IOException, InterruptedException {
        try (var _ = servers.startSampler()) {
            TimeUnit.SECONDS.sleep(seconds);
        }
        List<byte[]> recorded = recorded(servers.broker().bootstrapServers());
        // They are of minutes that are not over.
        servers.broker().empty(Topic.SYSTEM, Topic.PROCESSES);
        long copies = length.toSeconds() / recorded.size();
        replay(servers.broker().bootstrapServers(), recorded, copies, length);
        long values = recorded.stream().mapToLong(RealHost::values).sum();
        long bytes = recorded.stream().mapToLong(event -> event.length).sum();
        return new Backlog(copies * recorded.size(), copies * values, copies * bytes);
    }

    private static List<byte[]> recorded(String broker) {
        List<byte[]> events = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topic.SYSTEM.topicName()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (end.entrySet().stream()
                    .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(next -> events.add(next.value()));
            }
        }
        return events;
    }

    private static void replay(String broker, List<byte[]> recorded, long copies, Duration length) {
        Instant start = Instant.now().minus(length).truncatedTo(ChronoUnit.SECONDS);
        Instant first = time(new String(recorded.getFirst(), UTF_8));
        try (var producer = new KafkaProducer<byte[], byte[]>(SimulatedProducer.settings(broker))) {
            long sequence = 1_000_000;
            for (long copy = 0; copy < copies; copy++) {
                Instant begin = start.plusSeconds(copy * recorded.size());
                for (byte[] event : recorded) {
                    String json = new String(event, UTF_8);
                    Instant time = begin.plus(Duration.between(first, time(json)));
                    String moved =
                            TIME.matcher(
                                            SEQUENCE.matcher(json)
                                                    .replaceFirst("\"sequence\":" + sequence++))
                                    .replaceFirst("\"time\":\"" + time + "\"");
                    var _ =
                            producer.send(
                                    new ProducerRecord<>(
                                            Topic.SYSTEM.topicName(),
                                            "real".getBytes(UTF_8),
                                            moved.getBytes(UTF_8)));
                }
            }
            producer.flush();
        }
    }

    private static Instant time(String json) {
        Matcher time = TIME.matcher(json);
        if (!time.find()) {
            throw new IllegalArgumentException("an event without a time");
        }
        return Instant.parse(time.group(1));
    }

    /** How many numbers the database has of it. */
    private static long values(byte[] event) {
        long[] count = {0};
        EventReader.read(
                event,
                new EventReader.LeafVisitor() {
                    @Override
                    public void number(String family, String path, String decimal) {
                        count[0]++;
                    }

                    @Override
                    public void text(String family, String path, String value) {}

                    @Override
                    public void bool(String family, String path, boolean value) {
                        count[0]++;
                    }
                });
        return count[0];
    }
}
