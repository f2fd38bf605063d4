package io.perfwatch.sampler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.sampling.KafkaProducers;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A probe that is there before its topic: the broker tells of partitions that it does not take
 * records of yet.
 */
@ExtendWith(Infrastructure.class)
class NewTopicIT {
    /** Each partition of each topic is one chance that the first request comes too early. */
    private static final int TOPICS = 10;

    private static final int PARTITIONS = 50;
    private static final int EVENTS = 20;

    private final Broker broker;
    private final Producer<String, byte[]> producer;

    NewTopicIT(Broker broker) {
        this.broker = broker;
        this.producer =
                KafkaProducers.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @BeforeEach
    void start() {
        broker.start();
    }

    @AfterEach
    void clear() {
        producer.close(Duration.ZERO);
        broker.clear();
    }

    @Test
    void whatIsSentWhileATopicIsBeingMade_isAllTaken() {
        List<Future<?>> sent = new ArrayList<>();
        try (Admin admin = broker.admin()) {
            for (int topic = 1; topic <= TOPICS; topic++) {
                NewTopic made = new NewTopic("made-" + topic, PARTITIONS, (short) 1);
                admin.createTopics(List.of(made));
                sent.addAll(send(made.name()));
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(sent).allMatch(f -> f.state() == Future.State.SUCCESS));
    }

    private List<Future<?>> send(String topic) {
        List<Future<?>> sent = new ArrayList<>();
        for (int event = 1; event <= EVENTS; event++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                byte[] json = "{}".getBytes(UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic, partition, "web-1", json)));
            }
        }
        return sent;
    }
}
