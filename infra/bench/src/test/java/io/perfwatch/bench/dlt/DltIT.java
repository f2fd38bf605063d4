package io.perfwatch.bench.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Infrastructure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

@ExtendWith(Infrastructure.class)
class DltIT {
    private static final TopicPartition ORIGIN = new TopicPartition(Topic.SYSTEM.topicName(), 0);
    private static final String KEY = "web-1\u001b";

    private final Broker broker;

    DltIT(Broker broker) {
        this.broker = broker;
    }

    @Test
    void lettersAreListedAndSentAgainOnce() throws Exception {
        try (Admin admin = broker.admin()) {
            List<NewTopic> topics =
                    Arrays.stream(Topic.values())
                            .flatMap(t -> Stream.of(t.topicName(), t.deadLetterTopicName()))
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList();
            admin.createTopics(topics).all().get();
        }
        send("whole", Map.of("ce_id", "x", "dlt_reason", "host is missing"));
        send("begin", Map.of("dlt_reason", "too large", "dlt_value_bytes", "10485760"));

        assertThat(run(0, "list"))
                .contains("  web-1?  5 bytes  host is missing")
                .contains("10485760 bytes (not all kept)", "2 dead letters");
        assertThat(run(1, "redrive")).contains("1 sent again, 1 not");
        assertThat(run(0, "redrive")).contains("0 sent again, 0 not");

        List<ConsumerRecord<byte[], byte[]>> again = read();
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().key()).asString(UTF_8).isEqualTo(KEY);
        assertThat(again.getFirst().value()).asString(UTF_8).isEqualTo("whole");
        assertThat(again.getFirst().headers())
                .singleElement()
                .satisfies(header -> assertThat(header.key()).isEqualTo("ce_id"));
    }

    private void send(String value, Map<String, String> headers) throws Exception {
        var letter =
                new ProducerRecord<>(
                        Topic.SYSTEM.deadLetterTopicName(),
                        KEY.getBytes(UTF_8),
                        value.getBytes(UTF_8));
        headers.forEach((name, text) -> letter.headers().add(name, text.getBytes(UTF_8)));
        letter.headers().add("dlt_topic", Topic.SYSTEM.topicName().getBytes(UTF_8));
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(letter).get();
        }
    }

    private String run(int exit, String command) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new DltCommand()).setOut(new PrintWriter(out));
        assertThat(line.execute(command, "--kafka=" + broker.bootstrapServers())).isEqualTo(exit);
        return out.toString();
    }

    private List<ConsumerRecord<byte[], byte[]>> read() {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(ORIGIN));
            consumer.seekToBeginning(List.of(ORIGIN));
            long end = consumer.endOffsets(List.of(ORIGIN)).getOrDefault(ORIGIN, 0L);
            while (consumer.position(ORIGIN) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }
}
