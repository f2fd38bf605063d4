package io.perfwatch.gateway.feed;

import io.perfwatch.metric.Topic;
import org.jspecify.annotations.Nullable;

/** Takes each record of the topics that people and other systems write; must not wait. */
@FunctionalInterface
public interface NoticeListener {
    /**
     * @param value as it came, of whatever form; null: forgotten
     */
    void arrived(Topic topic, String key, byte @Nullable [] value, long offset);
}
