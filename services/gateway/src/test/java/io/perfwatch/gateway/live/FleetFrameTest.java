package io.perfwatch.gateway.live;

import static io.perfwatch.gateway.feed.EventsForTests.START;
import static io.perfwatch.gateway.feed.EventsForTests.arrive;
import static io.perfwatch.gateway.feed.EventsForTests.cpu;
import static io.perfwatch.gateway.feed.EventsForTests.memory;
import static io.perfwatch.gateway.feed.EventsForTests.probe;
import static io.perfwatch.gateway.feed.EventsForTests.system;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.feed.EventsForTests;
import io.perfwatch.gateway.feed.Feed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FleetFrameTest {
    private static final int HOSTS = 1000;
    private static final int SMALL_ENOUGH = 128 * 1024;

    private final Feed feed = EventsForTests.feed();

    @Test
    void columns_areByHostAndNullIsAbsent() {
        arrive(feed, "b", 0, system("b", 1, cpu(0.5) + "," + memory(7)));
        arrive(feed, "a", 1, probe("a", "sampler", "aa"));
        arrive(feed, "c", 60, system("c", 1, cpu(0.25)));

        JsonNode frame = at(60, "*", Map.of());

        assertThat(frame.path("time").asString()).isEqualTo("2026-11-23T12:01:00Z");
        assertThat(frame.path("hosts").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(frame.path("columns").path("state").toString())
                .isEqualTo("[\"late\",\"gone\",\"up\"]");
        assertThat(frame.path("columns").path("cpu.utilization").toString())
                .isEqualTo("[null,0.5,0.25]");
        assertThat(frame.path("columns").path("memory.usedBytes").toString())
                .isEqualTo("[null,7,null]");
    }

    @Test
    void selection_isByNameAndLabel() {
        arrive(feed, "a", 0, probe("a", "sampler", "aa", "{\"env\":\"prod\",\"zone\":\"x\"}"));
        arrive(feed, "b", 1, probe("b", "sampler", "bb", "{\"env\":\"prod\"}"));
        arrive(feed, "c", 2, probe("c", "sampler", "cc", "{\"env\":\"test\"}"));

        assertThat(hosts("*", Map.of("env", "prod"))).isEqualTo("[\"a\",\"b\"]");
        assertThat(hosts("*", Map.of("env", "prod", "zone", "x"))).isEqualTo("[\"a\"]");
        assertThat(hosts("b", Map.of("env", "prod"))).isEqualTo("[\"b\"]");
        assertThat(hosts("c", Map.of("env", "prod"))).isEqualTo("[]");
    }

    @Test
    void names_areLeftOutForWhoKnowsThem() {
        FleetFrame frame = new FleetFrame(START, List.of("a", "b"), "{}");

        assertThat(text(frame, "a")).contains("\"hosts\":[\"a\",\"b\"]");
        assertThat(text(frame, "a", "b")).doesNotContain("hosts");
    }

    @Test
    void thousandHosts_areASmallFrame() {
        for (int i = 0; i < HOSTS; i++) {
            String host = "host-%04d".formatted(i);
            arrive(feed, host, i, system(host, 1, cpu(0.1234) + "," + memory(1L << 36)));
        }
        FleetFrame frame = frames(0).of(new HostSelection(Set.of("*"), Map.of()));

        assertThat(frame.hosts()).hasSize(HOSTS).isSorted();
        assertThat(text(frame)).hasSizeLessThan(SMALL_ENOUGH);
    }

    private String hosts(String name, Map<String, String> labels) {
        return at(60, name, labels).path("hosts").toString();
    }

    private JsonNode at(long seconds, String name, Map<String, String> labels) {
        FleetFrame frame = frames(seconds).of(new HostSelection(Set.of(name), labels));
        // Nobody knows this host, so that the names come in any case.
        return JsonMapper.shared().readTree(text(frame, "?"));
    }

    private static String text(FleetFrame frame, String... known) {
        return UTF_8.decode(frame.message(List.of(known))).toString();
    }

    private FleetFrames frames(long seconds) {
        return feed.look(view ->
                new FleetFrames(
                        view,
                        START.plusSeconds(seconds),
                        EventsForTests.properties(Map.of()).hosts()));
    }
}
