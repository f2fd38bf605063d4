package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.gateway.feed.EventsForTests;
import io.perfwatch.metric.Topic;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubscriptionReaderTest {
    private final SubscriptionReader reader =
            new SubscriptionReader(
                    EventsForTests.properties(Map.of("live.max-hosts", "2")).live(),
                    Clock.fixed(EventsForTests.START, ZoneOffset.UTC));

    private Subscription read(String json) throws BadMessageException {
        return reader.read(json, Set.of());
    }

    @Test
    void everyMember_isRead() throws Exception {
        assertThat(
                        read(
                                """
                                {"type":"subscribe","hosts":["a","*"],
                                 "labels":{"env":"prod"},"view":"fleet",
                                 "topics":["perfwatch.system.v1"],"replaySeconds":120,
                                 "cursor":{"perfwatch.system.v1-11":7}, "later":true}
                                """))
                .isEqualTo(
                        new Subscription(
                                new HostSelection(Set.of("a", "*"), Map.of("env", "prod")),
                                Set.of(Topic.SYSTEM),
                                true,
                                Map.of(new TopicPartition("perfwatch.system.v1", 11), 7L),
                                EventsForTests.START.minusSeconds(120)));
    }

    @Test
    void nothing_isNoHost() throws Exception {
        assertThat(read("{\"type\":\"subscribe\"}").hosts()).isEqualTo(HostSelection.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"labels\":{}", "\"view\":\"fleet\""})
    void labelsOrTheFleet_areOfEveryHostUnlessSomeAreNamed(String member) throws Exception {
        assertThat(read("{\"type\":\"subscribe\"," + member + "}").hosts().names())
                .containsExactly("*");
        assertThat(
                        read("{\"type\":\"subscribe\",\"hosts\":[\"a\"]," + member + "}")
                                .hosts()
                                .names())
                .containsExactly("a");
    }

    @Test
    void scope_narrowsEveryHostAndRefusesOthers() throws Exception {
        Set<String> scope = Set.of("a", "b");

        for (String wide : List.of("\"hosts\":[\"*\"]", "\"labels\":{}", "\"view\":\"fleet\"")) {
            String message = "{\"type\":\"subscribe\"," + wide + "}";
            assertThat(reader.read(message, scope).hosts().names()).isEqualTo(scope);
        }
        String own = "{\"type\":\"subscribe\",\"hosts\":[\"a\"]}";
        assertThat(reader.read(own, scope).hosts().names()).containsExactly("a");
        assertThatThrownBy(() -> reader.read(own, Set.of("b")))
                .isInstanceOf(BadMessageException.class)
                .hasMessageContaining("token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "\"subscribe\"",
                "{",
                "{}",
                "{\"type\":\"publish\"}",
                "{\"type\":[]}",
                "{\"type\":\"subscribe\",\"hosts\":\"*\"}",
                "{\"type\":\"subscribe\",\"hosts\":[null]}",
                "{\"type\":\"subscribe\",\"hosts\":[\"A B\"]}",
                "{\"type\":\"subscribe\",\"hosts\":[\"a\",\"b\",\"c\"]}",
                "{\"type\":\"subscribe\",\"labels\":[]}",
                "{\"type\":\"subscribe\",\"labels\":{\"a\":null}}",
                "{\"type\":\"subscribe\",\"labels\":{\"a\":{}}}",
                "{\"type\":\"subscribe\",\"view\":\"other\"}",
                "{\"type\":\"subscribe\",\"topics\":[\"other\"]}",
                "{\"type\":\"subscribe\",\"topics\":[\"perfwatch.annotations.v1\"]}",
                "{\"type\":\"subscribe\",\"topics\":[null]}",
                "{\"type\":\"subscribe\",\"replaySeconds\":-1}",
                "{\"type\":\"subscribe\",\"replaySeconds\":3601}",
                "{\"type\":\"subscribe\",\"replaySeconds\":1e99}",
                "{\"type\":\"subscribe\",\"cursor\":{\"x\":1}}",
                "{\"type\":\"subscribe\",\"cursor\":{\"perfwatch.system.v1\":1}}",
                "{\"type\":\"subscribe\",\"cursor\":{\"perfwatch.system.v1-x\":1}}",
                "{\"type\":\"subscribe\",\"cursor\":{\"perfwatch.system.v1-0\":-1}}",
                "{\"type\":\"subscribe\",\"cursor\":{\"perfwatch.system.v1-0\":null}}",
                "[[[[[[[[[[[[[[[[[[[["
            })
    void garbage_isRefusedWithAReason(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadMessageException.class)
                .hasMessageMatching("(?s).{10,}");
    }
}
