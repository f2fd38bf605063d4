package io.perfwatch.gateway.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.RecentEvents;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.Topic;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What memory holds, as packs: what the database does not have yet. */
@Component
final class RecentPacks {
    private final Feed feed;

    RecentPacks(Feed feed) {
        this.feed = feed;
    }

    /** Segment by segment, of each host and family in order. */
    void read(Question question, Consumer<PackRow> sink) {
        List<RecentEvents> recent =
                feed.look(view ->
                        view.since(
                                stream ->
                                        stream.topic() != Topic.HOSTS
                                                && question.hosts().contains(stream.host()),
                                question.from().toEpochMilli()));
        for (RecentEvents events : recent) {
            Folded folded = new Folded(question.families());
            events.read().forEach(folded::add);
            folded.rows().forEach(sink);
        }
    }

    /** Events of one stream, taken apart into families. */
    private static final class Folded {
        private final List<String> families;
        private final Map<String, PackRow> rows = new HashMap<>();

        Folded(List<String> families) {
            this.families = families;
        }

        void add(FeedEvent event) {
            Values values = new Values(families, new HashMap<>());
            Envelope envelope = EventReader.read(event.json().getBytes(UTF_8), values);
            values.byFamily().forEach((family, of) -> add(event, envelope, family, of));
        }

        private void add(
                FeedEvent event, Envelope envelope, String family, Map<String, String> values) {
            long time = envelope.time().toEpochMilli();
            PackRow row =
                    rows.computeIfAbsent(
                            family,
                            _ ->
                                    new PackRow(
                                            envelope.host(),
                                            event.stream().topic().topicName(),
                                            family,
                                            time,
                                            new Pack()));
            int millis = Math.toIntExact(time - row.start());
            if (row.pack().begin(new Sample(envelope.run(), envelope.sequence(), millis))) {
                values.forEach(row.pack()::number);
            }
        }

        Iterable<PackRow> rows() {
            return rows.values();
        }
    }

    /** The numbers of some families; a boolean is 0 or 1, as in the database. */
    private record Values(List<String> families, Map<String, Map<String, String>> byFamily)
            implements EventReader.LeafVisitor {
        @Override
        public void number(String family, String path, String decimal) {
            if (families.contains(family)) {
                byFamily.computeIfAbsent(family, _ -> new HashMap<>()).put(path, decimal);
            }
        }

        @Override
        public void text(String family, String path, String value) {}

        @Override
        public void bool(String family, String path, boolean value) {
            number(family, path, value ? "1" : "0");
        }
    }
}
