package io.perfwatch.gateway.feed;

import static io.perfwatch.gateway.feed.EventsForTests.RUN;
import static io.perfwatch.gateway.feed.EventsForTests.START;
import static io.perfwatch.gateway.feed.EventsForTests.arrive;
import static io.perfwatch.gateway.feed.EventsForTests.cpu;
import static io.perfwatch.gateway.feed.EventsForTests.forget;
import static io.perfwatch.gateway.feed.EventsForTests.memory;
import static io.perfwatch.gateway.feed.EventsForTests.probe;
import static io.perfwatch.gateway.feed.EventsForTests.system;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.SYSTEM.topicName(), 0);
    private static final String OTHER_RUN = "01928c5e-0000-7000-8000-000000000002";
    private static final StreamKey A = new StreamKey(Topic.SYSTEM, "a");

    private final Feed feed = EventsForTests.feed();

    @Test
    void arrived_isToldInOrderAndKept() {
        List<Long> heard = new ArrayList<>();
        feed.listen(arrival -> heard.add(arrival.event().offset()));

        arrive(feed, "a", 5, system("a", 1, cpu(0.1)));
        arrive(feed, "a", 6, system("a", 2, cpu(0.2)));

        assertThat(heard).containsExactly(5L, 6L);
        assertThat(offsets(0)).containsExactly(5L, 6L);
        assertThat(feed.positions()).containsEntry(PARTITION, 7L);
    }

    @Test
    void unreadable_isPassedOver() {
        arrive(feed, "a", 5, "no json");
        arrive(feed, "a", 6, "{\"host\":\"a\"}");
        arrive(feed, "a", 7, system("a", 1, cpu(0.1)));

        assertThat(offsets(0)).containsExactly(7L);
        assertThat(feed.positions()).containsEntry(PARTITION, 8L);
    }

    @Test
    void newest_keepsTheSlowFamily() {
        arrive(feed, "a", 1, system("a", 1, cpu(0.1) + "," + memory(7)));
        arrive(feed, "a", 2, system("a", 2, cpu(0.2)));
        arrive(feed, "a", 3, system("a", 3, cpu(0.3)));

        List<FeedEvent> newest = feed.look(view -> view.newest(A));

        assertThat(newest).extracting(FeedEvent::offset).containsExactly(1L, 3L);
    }

    @Test
    void labels_areThoseOfAllProbes() {
        arrive(feed, "a", 1, probe("a", "sampler", "aa", "{\"zone\":\"x\"}"));
        arrive(feed, "a", 2, probe("a", "perf-counter", "aa", "{\"rack\":\"7\"}"));
        Map<String, String> labels = labels("a");
        arrive(feed, "a", 3, system("a", 1, cpu(0.1)));

        assertThat(labels).isEqualTo(Map.of("zone", "x", "rack", "7"));
        assertThat(labels("a")).isSameAs(labels);
        assertThat(labels("b")).isEmpty();
    }

    @Test
    void forgottenHost_isGoneUntilItReportsAgain() {
        arrive(feed, "a", 1, probe("a", "sampler", "aa"));
        arrive(feed, "a", 2, system("a", 1, cpu(0.1)));

        forget(feed, "a/sampler", 3);
        assertThat(names()).isEmpty();
        assertThat(feed.look(FeedView::streams)).isEmpty();

        arrive(feed, "a", 4, system("a", 2, cpu(0.1)));
        assertThat(names()).containsExactly("a");
    }

    @Test
    void headline_isOfTheLastRunAndOnlyWhileItReports() {
        arrive(feed, "a", 1, system("a", 1, cpu(0.5) + "," + memory(7)));
        arrive(feed, "a", 2, system("a", 2, cpu(0.25)));
        assertThat(headline(START))
                .isEqualTo(Map.of("cpu.utilization", "0.25", "memory.usedBytes", "7"));

        arrive(feed, "a", 3, system("a", 1, cpu(0.125)).replace(RUN, OTHER_RUN));
        assertThat(headline(START)).isEqualTo(Map.of("cpu.utilization", "0.125"));
        assertThat(headline(START.plusSeconds(4))).isEmpty();
    }

    @Test
    void recent_survivesCompression() {
        String padding = ",\"padding\":{\"text\":\"" + "ä€𝄞".repeat(1000) + "\"}";
        LongStream.range(0, 100)
                .forEach(i -> arrive(feed, "a", i, system("a", i + 1, cpu(0.1) + padding)));

        assertThat(offsets(0)).hasSize(100).isSorted();
        assertThat(events(0).getFirst().json())
                .asString(UTF_8)
                .isEqualTo(system("a", 1, cpu(0.1) + padding));
    }

    @Test
    void viewAndNewest_areReadAfterTheirMemoryWasGivenToOthers() {
        String padding = ",\"padding\":{\"text\":\"" + random(20_000) + "\"}";
        arrive(feed, "a", 0, system("a", 1, cpu(0.5) + padding));
        List<RecentEvents> open = feed.look(view -> view.since(A::equals, 0));
        LongStream.range(1, 4)
                .forEach(i -> arrive(feed, "a", i, system("a", i + 1, cpu(0.1) + padding)));
        List<RecentEvents> sealed = feed.look(view -> view.since(A::equals, 0));
        List<FeedEvent> newest = feed.look(view -> view.newest(A));
        List<String> texts = texts(sealed);

        LongStream.range(4, 300)
                .forEach(i -> arrive(feed, "a", i, system("a", i + 1, cpu(0.2) + padding)));

        assertThat(offsets(0)).doesNotContain(0L, 1L, 2L, 3L);
        assertThat(texts(open)).containsExactly(system("a", 1, cpu(0.5) + padding));
        assertThat(texts(sealed)).hasSize(4).isEqualTo(texts);
        assertThat(newest)
                .extracting(event -> new String(event.json(), UTF_8))
                .containsExactly(system("a", 4, cpu(0.1) + padding));
    }

    private static List<String> texts(List<RecentEvents> segments) {
        return segments.stream()
                .flatMap(segment -> segment.read().stream())
                .map(event -> new String(event.json(), UTF_8))
                .toList();
    }

    private static String random(int length) {
        StringBuilder random = new StringBuilder();
        new Random(1).ints(length, 'a', 'z' + 1).forEach(c -> random.append((char) c));
        return random.toString();
    }

    @Test
    void recent_dropsTheOldestAndSaysSo() {
        String padding = ",\"padding\":{\"text\":\"" + random(20_000) + "\"}";
        feed.begin(PARTITION, 0, 0);
        LongStream.range(0, 200)
                .forEach(i -> arrive(feed, "a", i, system("a", i + 1, cpu(0.1) + padding)));

        long kept = feed.look(view -> view.keptFrom(PARTITION));

        assertThat(kept).isGreaterThan(0);
        assertThat(offsets(0)).startsWith(kept).endsWith(199L).hasSize((int) (200 - kept));
    }

    @Test
    void since_leavesOutWhatEndedBefore() {
        LongStream.range(0, 200).forEach(i -> arrive(feed, "a", i, system("a", i + 1, cpu(0.1))));

        assertThat(offsets(START.plusSeconds(150).toEpochMilli()))
                .doesNotContain(0L)
                .contains(150L, 199L);
    }

    private Map<String, String> labels(String host) {
        return feed.look(view -> view.labels(host));
    }

    private List<String> names() {
        return feed.look(view -> view.hosts(START)).stream().map(HostNow::host).toList();
    }

    private Map<String, String> headline(Instant since) {
        return feed.look(view -> view.hosts(since)).getFirst().headline();
    }

    private List<Long> offsets(long sinceMillis) {
        return events(sinceMillis).stream().map(FeedEvent::offset).toList();
    }

    private List<FeedEvent> events(long sinceMillis) {
        return feed.look(view -> view.since(A::equals, sinceMillis)).stream()
                .flatMap(events -> events.read().stream())
                .toList();
    }
}
