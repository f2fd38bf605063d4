package io.perfwatch.gateway.annotation;

import io.perfwatch.gateway.feed.Publisher;
import io.perfwatch.gateway.web.TimeRange;
import io.perfwatch.kafka.EventRecords;
import io.perfwatch.metric.Annotation;
import io.perfwatch.metric.Topic;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Published to the topic; read from the database, and from memory what it may not have yet. */
@Component
final class Annotations {
    static final int MOST = 1000;
    private static final String SOURCE = "/perfwatch/gateway";
    private static final Comparator<Annotation> BY_TIME =
            Comparator.comparing(Annotation::time).thenComparing(Annotation::id);

    /**
     * An answer.
     *
     * @param complete false: there are more than a thousand, these are the newest
     */
    record FoundAnnotations(List<Annotation> annotations, boolean complete) {}

    private final StoredAnnotations stored;
    private final RecentAnnotations recent;
    private final Publisher publisher;

    Annotations(StoredAnnotations stored, RecentAnnotations recent, Publisher publisher) {
        this.stored = stored;
        this.recent = recent;
        this.publisher = publisher;
    }

    FoundAnnotations find(List<String> hosts, TimeRange range) {
        Map<String, Annotation> found = new HashMap<>();
        stored.find(hosts, range, MOST + 1).forEach(a -> found.put(a.id(), a));
        recent.forEach((id, annotation) -> {
            found.remove(id);
            if (annotation != null && concerns(annotation, hosts, range)) {
                found.put(id, annotation);
            }
        });
        List<Annotation> sorted = found.values().stream().sorted(BY_TIME).toList();
        int tooMany = Math.max(0, sorted.size() - MOST);
        return new FoundAnnotations(sorted.subList(tooMany, sorted.size()), tooMany == 0);
    }

    private static boolean concerns(Annotation annotation, List<String> hosts, TimeRange range) {
        return annotation.time().isBefore(range.to())
                && !annotation.end().isBefore(range.from())
                && (hosts.isEmpty()
                        || annotation.hosts().isEmpty()
                        || annotation.hosts().stream().anyMatch(hosts::contains));
    }

    Annotation publish(Annotation annotation) {
        long offset = publisher.publish(EventRecords.of(annotation, SOURCE));
        recent.put(annotation.id(), annotation, offset);
        return annotation;
    }

    void forget(String id) {
        recent.put(id, null, publisher.publish(EventRecords.forget(Topic.ANNOTATIONS, id)));
    }
}
