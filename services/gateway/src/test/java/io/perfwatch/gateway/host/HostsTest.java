package io.perfwatch.gateway.host;

import static io.perfwatch.gateway.feed.EventsForTests.START;
import static io.perfwatch.gateway.feed.EventsForTests.arrive;
import static io.perfwatch.gateway.feed.EventsForTests.cpu;
import static io.perfwatch.gateway.feed.EventsForTests.memory;
import static io.perfwatch.gateway.feed.EventsForTests.probe;
import static io.perfwatch.gateway.feed.EventsForTests.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.perfwatch.gateway.feed.EventsForTests;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.HostState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

final class HostsTest {
    private final Feed feed = EventsForTests.feed();
    private final List<StoredHost> stored = new ArrayList<>();

    @Test
    void state_followsTheSilence() {
        arrive(feed, "a", 0, system("a", 1, cpu(0.5)));

        assertThat(at(4).named("a").orElseThrow().state()).isEqualTo(HostState.UP);
        assertThat(at(5).named("a").orElseThrow().state()).isEqualTo(HostState.LATE);
        assertThat(at(60).named("a").orElseThrow().state()).isEqualTo(HostState.GONE);
        assertThat(at(60).named("a").orElseThrow().lastSeen()).isEqualTo(START);
    }

    @Test
    void headline_isTheNewestOfEachFamily() {
        arrive(feed, "a", 0, system("a", 1, cpu(0.5) + "," + memory(7)));
        arrive(feed, "a", 1, system("a", 2, cpu(0.25)));

        assertThat(at(2).named("a").orElseThrow().headline())
                .isEqualTo(Map.of("cpu.utilization", 0.25, "memory.usedBytes", 7.0));
        assertThat(at(99).named("a").orElseThrow().headline()).isEmpty();
    }

    @Test
    void hosts_areInTheOrderOfTheirNames() {
        arrive(feed, "b", 0, system("b", 1, cpu(0.5)));
        arrive(feed, "a", 1, system("a", 1, cpu(0.5)));

        assertThat(at(2).shown()).extracting(HostView::host).containsExactly("a", "b");
        assertThat(at(2).named("c")).isEmpty();
    }

    @Test
    void probes_sayWhatTheyAreAndWhetherTheirMachinesDiffer() {
        arrive(feed, "a", 0, probe("a", "sampler", "aa"));
        arrive(feed, "a", 1, probe("a", "perf-counter", "aa"));
        arrive(feed, "b", 2, probe("b", "sampler", "aa"));
        arrive(feed, "b", 3, probe("b", "perf-counter", "bb"));

        HostView a = at(4).named("a").orElseThrow();
        assertThat(a.probes())
                .extracting(probe -> probe.path("probe").asString())
                .containsExactly("perf-counter", "sampler");
        assertThat(a.conflict()).isFalse();
        assertThat(at(4).named("b").orElseThrow().conflict()).isTrue();
    }

    @Test
    void databaseKnowsThoseThatAreSilent() {
        arrive(feed, "a", 0, system("a", 1, cpu(0.5)));
        stored.add(new StoredHost(1, "a", START.minusSeconds(99), START, null));
        stored.add(
                new StoredHost(2, "b", START.minusSeconds(99), START, "[{\"probe\":\"sampler\"}]"));
        stored.add(new StoredHost(3, "c", null, START, null));

        assertThat(at(1).shown())
                .extracting(HostView::host, HostView::state)
                .containsExactly(
                        tuple("a", HostState.UP),
                        tuple("b", HostState.GONE),
                        tuple("c", HostState.GONE));
        assertThat(at(1).named("b").orElseThrow().probes()).hasSize(1);
    }

    @Test
    void silentForSevenDays_isHiddenAndStillKnownByName() {
        arrive(feed, "reporting", 0, system("reporting", 1, cpu(0.5)));
        stored.add(new StoredHost(1, "measured", START, START.minusSeconds(99), null));
        stored.add(new StoredHost(2, "described", null, START, "[{\"probe\":\"sampler\"}]"));
        long days = Duration.ofDays(7).toSeconds();

        assertThat(at(days - 1).shown())
                .extracting(HostView::host)
                .containsExactly("described", "measured", "reporting");
        assertThat(at(days).shown()).isEmpty();
        for (String host : List.of("described", "measured", "reporting")) {
            assertThat(at(days).named(host)).isPresent();
        }
    }

    @Test
    void withoutDatabase_thoseThatReportAreKnown() {
        arrive(feed, "a", 0, system("a", 1, cpu(0.5)));
        Hosts hosts =
                new Hosts(
                        feed,
                        () -> {
                            throw new DataAccessResourceFailureException("away");
                        },
                        EventsForTests.properties(Map.of()),
                        Clock.fixed(START, ZoneOffset.UTC));

        assertThat(hosts.shown()).extracting(HostView::host).containsExactly("a");
    }

    private Hosts at(long seconds) {
        return new Hosts(
                feed,
                () -> stored,
                EventsForTests.properties(Map.of()),
                Clock.fixed(START.plusSeconds(seconds), ZoneOffset.UTC));
    }
}
