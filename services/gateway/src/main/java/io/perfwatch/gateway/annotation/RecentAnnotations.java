package io.perfwatch.gateway.annotation;

import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.NoticeListener;
import io.perfwatch.metric.Annotation;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.metric.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The newest thousand records of the topic: whoever publishes finds it at once, before it is in the
 * database, and so does whoever asks another replica.
 */
@Component
final class RecentAnnotations implements NoticeListener {
    private static final Logger log = LoggerFactory.getLogger(RecentAnnotations.class);
    private static final int MOST = 1000;

    /** Null: taken back. */
    private record Said(@Nullable Annotation annotation, long offset) {}

    private final Map<String, Said> byId = new LinkedHashMap<>();

    RecentAnnotations(Feed feed) {
        feed.listen(this);
    }

    @Override
    public void arrived(Topic topic, String key, byte @Nullable [] value, long offset) {
        if (topic != Topic.ANNOTATIONS) {
            return;
        }
        try {
            put(key, value == null ? null : EventJson.readAnnotation(value), offset);
        } catch (MalformedEventException e) {
            log.debug("annotation {} passed over: {}", key, e.getMessage());
        }
    }

    /** Unless a later one is known already. */
    synchronized void put(String id, @Nullable Annotation annotation, long offset) {
        Said known = byId.get(id);
        if (known != null && known.offset >= offset) {
            return;
        }
        byId.remove(id);
        byId.put(id, new Said(annotation, offset));
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    synchronized void forEach(BiConsumer<String, @Nullable Annotation> take) {
        byId.forEach((id, said) -> take.accept(id, said.annotation));
    }
}
