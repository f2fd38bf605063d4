package io.perfwatch.sampler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import io.perfwatch.sampling.EventPublisher;
import io.perfwatch.sampling.PublisherCounts;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Infrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sampler on this machine, into a real broker. */
@ExtendWith(Infrastructure.class)
class SamplerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Broker broker;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    SamplerIT(Broker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void topics() throws Exception {
        broker.start();
        try (Admin admin = broker.admin()) {
            admin.createTopics(
                            Arrays.stream(Topic.values())
                                    .map(t -> new NewTopic(t.topicName(), 3, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    @AfterEach
    void clear() {
        broker.clear();
        records.clear();
    }

    private ConfigurableApplicationContext sampler() {
        return new SpringApplicationBuilder(SamplerApplication.class)
                .run(
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--management.server.port=0",
                        "--perfwatch.sampler.host=it",
                        "--perfwatch.sampler.intervals.cpu=100ms",
                        "--perfwatch.sampler.intervals.processes=200ms",
                        "--perfwatch.sampler.flush-timeout=20s");
    }

    private KafkaConsumer<String, byte[]> consumer() {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", broker.bootstrapServers(),
                                "group.id", "it",
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        return consumer;
    }

    private void collect(KafkaConsumer<String, byte[]> consumer) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    }

    private List<ConsumerRecord<String, byte[]>> of(Topic topic) {
        return records.stream().filter(r -> r.topic().equals(topic.topicName())).toList();
    }

    @Test
    void events_fitTheCommittedSchemaWithKeyAndHeaders() throws IOException {
        try (var _ = sampler();
                var consumer = consumer()) {
            await().atMost(PATIENCE)
                    .until(() -> {
                        collect(consumer);
                        return of(Topic.SYSTEM).size() >= 3
                                && of(Topic.PROCESSES).size() >= 2
                                && !of(Topic.HOSTS).isEmpty();
                    });
        }
        for (Topic topic : List.of(Topic.SYSTEM, Topic.PROCESSES, Topic.HOSTS)) {
            Schema schema = schema(topic);
            assertThat(of(topic))
                    .allSatisfy(r -> {
                        String json = new String(r.value(), UTF_8);
                        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
                        assertThat(r.key()).isEqualTo(topic == Topic.HOSTS ? "it/sampler" : "it");
                        assertThat(header(r, "ce_type")).isEqualTo(topic.topicName());
                        assertThat(header(r, "ce_source")).isEqualTo("/perfwatch/sampler/it");
                    });
        }
    }

    @Test
    void kafkaAway_delaysEventsAndLosesNone() {
        EventPublisher publisher;
        try (var sampler = sampler()) {
            publisher = sampler.getBean(EventPublisher.class);
            awaitCounts(publisher, c -> c.published() > 10);
            broker.stop();
            long before = publisher.counts().sampled();
            awaitCounts(publisher, c -> c.sampled() > before + 60);
            assertThat(publisher.counts().buffered()).isGreaterThan(50);
            broker.start();
            awaitCounts(publisher, c -> c.buffered() <= 2);
        }
        PublisherCounts counts = publisher.counts();
        assertThat(counts.dropped()).isZero();
        assertThat(counts.published()).isEqualTo(counts.sampled());
        try (var consumer = consumer()) {
            await().atMost(PATIENCE)
                    .until(() -> {
                        collect(consumer);
                        return records.size() >= counts.published();
                    });
        }
        List<Long> sequences =
                of(Topic.SYSTEM).stream()
                        .map(r -> EventJson.read(Topic.SYSTEM, r.value()).sequence())
                        .toList();
        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList());
    }

    private static void awaitCounts(EventPublisher publisher, Predicate<PublisherCounts> reached) {
        await().atMost(PATIENCE).until(() -> reached.test(publisher.counts()));
    }

    private static String header(ConsumerRecord<String, byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), UTF_8);
    }

    private static Schema schema(Topic topic) throws IOException {
        String resource = "/schema/" + topic.topicName() + ".json";
        try (InputStream in =
                Objects.requireNonNull(EventJson.class.getResourceAsStream(resource))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        }
    }
}
