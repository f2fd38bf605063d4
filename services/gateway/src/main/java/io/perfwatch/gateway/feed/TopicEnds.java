package io.perfwatch.gateway.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Tells a cursor that this replica has not come to yet from one of another life of its topic: only
 * the broker knows. One question at a time, and none about what has been read here.
 */
@Component
public final class TopicEnds {
    private static final Logger log = LoggerFactory.getLogger(TopicEnds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Feed feed;
    private final KafkaAdmin settings;

    TopicEnds(Feed feed, KafkaAdmin settings) {
        this.feed = feed;
        this.settings = settings;
    }

    /**
     * Those partitions of the cursor that end before it. While the broker does not answer, none: a
     * cursor is believed.
     */
    public Set<TopicPartition> endBefore(Map<TopicPartition, Long> cursor) {
        Map<TopicPartition, Long> read = feed.positions();
        Map<TopicPartition, Long> unread = new HashMap<>(cursor);
        unread.entrySet()
                .removeIf(place ->
                        read.getOrDefault(place.getKey(), Long.MAX_VALUE) >= place.getValue());
        if (unread.isEmpty()) {
            return Set.of();
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends = ask(unread.keySet());
        unread.entrySet()
                .removeIf(place -> {
                    ListOffsetsResultInfo end = ends.get(place.getKey());
                    return end == null || end.offset() >= place.getValue();
                });
        return unread.keySet();
    }

    private synchronized Map<TopicPartition, ListOffsetsResultInfo> ask(
            Set<TopicPartition> partitions) {
        try (Admin admin = Admin.create(settings.getConfigurationProperties())) {
            return admin.listOffsets(
                            partitions.stream()
                                    .collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.debug("the ends of {} are not known: {}", partitions, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }
}
