package io.perfwatch.gateway.live;

import static io.perfwatch.gateway.feed.EventsForTests.START;
import static io.perfwatch.gateway.feed.EventsForTests.arrive;
import static io.perfwatch.gateway.feed.EventsForTests.cpu;
import static io.perfwatch.gateway.feed.EventsForTests.memory;
import static io.perfwatch.gateway.feed.EventsForTests.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.feed.EventsForTests;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.Topic;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ReplayTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.SYSTEM.topicName(), 0);

    private final Feed feed = EventsForTests.feed();

    /** Offsets 100 to 129; a and b in turn; a's memory once. */
    @BeforeEach
    void fill() {
        EventsForTests.begin(feed, Topic.SYSTEM, 100, 130);
        arrive(feed, "a", 100, system("a", 100, cpu(0.1) + "," + memory(7)));
        LongStream.range(101, 130)
                .forEach(i -> {
                    String host = i % 2 == 0 ? "a" : "b";
                    arrive(feed, host, i, system(host, i, cpu(0.1)));
                });
    }

    @Test
    void newSubscriber_getsTheNewestOfEachFamily() throws Exception {
        List<JsonNode> messages = replay(all("a").since(START.plusSeconds(500)));

        assertThat(sequences(messages)).containsExactly(100L, 128L);
        assertThat(messages.getLast().path("cursor").path(PARTITION.toString()).asLong())
                .isEqualTo(130);
    }

    @Test
    void replaySeconds_fillsFromThere() throws Exception {
        assertThat(sequences(replay(all("b").since(START.plusSeconds(125)))))
                .containsExactly(125L, 127L, 129L);
    }

    @Test
    void cursor_resumesWithoutHoleOrDouble() throws Exception {
        List<JsonNode> messages = replay(all("*").from(120));

        assertThat(sequences(messages))
                .containsExactlyInAnyOrderElementsOf(LongStream.range(120, 130).boxed().toList());
        assertThat(types(messages)).doesNotContain("gap");
    }

    @Test
    void cursor_aheadOfThisReplica_isKept() throws Exception {
        List<JsonNode> messages = replay(all("*").from(140));

        assertThat(sequences(messages)).isEmpty();
        assertThat(messages).hasSize(1);
        assertThat(messages.getLast().path("cursor").path(PARTITION.toString()).asLong())
                .isEqualTo(140);
    }

    @Test
    void cursor_holdsWhatCanBeResumed() throws Exception {
        EventsForTests.begin(feed, Topic.ANNOTATIONS, 0, 7);
        String cursor = replay(all("*").from(120)).getLast().path("cursor").toString();

        Subscription resumed =
                new SubscriptionReader(
                                EventsForTests.properties(Map.of()).live(), Clock.systemUTC())
                        .read("{\"type\":\"subscribe\",\"cursor\":" + cursor + "}", Set.of());
        assertThat(resumed.cursor()).containsExactly(Map.entry(PARTITION, 130L));
    }

    @Test
    void lastChunk_alone_movesTheCursor() throws Exception {
        List<JsonNode> replays =
                replay(all("*").from(100)).stream()
                        .filter(m -> m.path("type").asString().equals("replay"))
                        .toList();

        assertThat(replays).hasSize(2);
        assertThat(replays.getFirst().path("cursor").isEmpty()).isTrue();
        assertThat(replays.getLast().path("cursor").path(PARTITION.toString()).asLong())
                .isEqualTo(130);
    }

    @Test
    void cursor_ofWhatIsNoLongerHeld_isAGap() throws Exception {
        List<JsonNode> messages = replay(all("*").from(40));

        assertThat(messages.getFirst().path("type").asString()).isEqualTo("gap");
        assertThat(messages.getFirst().path("from").asLong()).isEqualTo(40);
        assertThat(messages.getFirst().path("to").asLong()).isEqualTo(100);
        assertThat(sequences(messages)).hasSize(30);
    }

    @Test
    void cursor_ofAnotherLife_isAGapAndForgotten() throws Exception {
        Subscription asked = all("a").from(1_000_000).since(START.plusSeconds(500)).subscription();
        List<JsonNode> messages = replay(Subscription.NONE, asked, Set.of(PARTITION));

        assertThat(messages.getFirst().path("type").asString()).isEqualTo("gap");
        assertThat(sequences(messages)).containsExactly(100L, 128L);
    }

    @Test
    void changedSubscription_replaysOnlyWhatIsNew() throws Exception {
        Subscription before = all("a").since(START).subscription();
        Subscription now = all("*").since(START.plusSeconds(120)).subscription();

        assertThat(sequences(replay(before, now))).containsExactly(121L, 123L, 125L, 127L, 129L);
    }

    private record Ask(Subscription subscription) {
        Ask since(Instant since) {
            return new Ask(
                    new Subscription(
                            subscription.hosts(),
                            subscription.topics(),
                            false,
                            subscription.cursor(),
                            since));
        }

        Ask from(long offset) {
            return new Ask(subscription.withCursor(Map.of(PARTITION, offset)));
        }
    }

    private static Ask all(String host) {
        return new Ask(
                new Subscription(
                        new HostSelection(Set.of(host), Map.of()),
                        Set.of(Topic.SYSTEM),
                        false,
                        Map.of(),
                        START));
    }

    private List<JsonNode> replay(Ask ask) throws IOException {
        return replay(Subscription.NONE, ask.subscription());
    }

    private List<JsonNode> replay(Subscription before, Subscription now) throws IOException {
        return replay(before, now, Set.of());
    }

    private List<JsonNode> replay(
            Subscription before, Subscription now, Set<TopicPartition> begunAnew)
            throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        feed.look(view -> new ReplayPlan(view, before, now, begunAnew).replay())
                .writeTo(text -> messages.add(EventJson.mapper().readTree(text)));
        assertThat(messages.getLast().path("type").asString()).isEqualTo("subscribed");
        return messages;
    }

    private static List<String> types(List<JsonNode> messages) {
        return messages.stream().map(m -> m.path("type").asString()).toList();
    }

    private static List<Long> sequences(List<JsonNode> messages) {
        return messages.stream()
                .flatMap(m -> m.path("events").valueStream())
                .map(event -> event.path("sequence").asLong())
                .toList();
    }
}
