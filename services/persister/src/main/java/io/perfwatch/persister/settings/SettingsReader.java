package io.perfwatch.persister.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.kafka.TopicDeclaration;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.metric.RetentionSetting;
import io.perfwatch.metric.Topic;
import io.perfwatch.persister.retention.Retention;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads all settings at the start and then each as it is made. Every persister reads for itself,
 * without a group.
 */
@Component
class SettingsReader implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SettingsReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final TopicDeclaration topics;
    private final Retention retention;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    SettingsReader(
            ConsumerFactory<byte[], byte[]> consumers,
            TopicDeclaration topics,
            Retention retention) {
        this.consumers = consumers;
        this.topics = topics;
        this.retention = retention;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("settings").start(this::run);
    }

    private void run() {
        try {
            topics.declared().get();
            while (running) {
                read();
            }
        } catch (InterruptedException | InterruptException e) {
            log.debug("stopped", e);
        } catch (ExecutionException e) {
            log.error("settings are not read", e);
        }
    }

    private void read() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topic.SETTINGS.topicName()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (running) {
                consumer.poll(POLL).forEach(this::accept);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            log.warn("settings are read later: {}", e.getMessage());
            Thread.sleep(PAUSE);
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> setting) {
        if (setting.key() == null
                || !new String(setting.key(), UTF_8).equals(RetentionSetting.KEY)) {
            return;
        }
        if (setting.value() == null) {
            retention.reset();
        } else {
            obey(setting.value());
        }
        log.info("retention: {}", retention.current());
    }

    private void obey(byte[] json) {
        try {
            RetentionSetting setting = EventJson.readRetention(json);
            retention.set(
                    new Retention.Durations(
                            Duration.ofSeconds(setting.rawSeconds()),
                            Duration.ofSeconds(setting.minuteSeconds()),
                            Duration.ofSeconds(setting.hourSeconds())));
        } catch (MalformedEventException e) {
            log.warn("a retention that is none: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
