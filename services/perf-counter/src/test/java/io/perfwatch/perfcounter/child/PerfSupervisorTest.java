package io.perfwatch.perfcounter.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.perfwatch.perfcounter.plan.Choice;
import io.perfwatch.perfcounter.plan.EventList;
import io.perfwatch.sampling.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real supervisor, a perf of ours. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake perf is a shell script")
class PerfSupervisorTest {
    private static final String FOREVER = "\nexec sleep 1000\n";

    @TempDir private Path folder;
    private final RecordingSink sink = new RecordingSink();
    private FakePerf perf;
    private @Nullable PerfSupervisor supervisor;

    @BeforeEach
    void makePerf() throws IOException {
        perf = FakePerf.in(folder);
    }

    @AfterEach
    void stop() {
        if (supervisor != null) {
            supervisor.close();
        }
    }

    @Test
    void interval_comesAtOnceThoughPerfPrintsNoMore() throws IOException {
        perf.count("line 1.5 a 3; line 1.5 b 4" + FOREVER);

        start("{a,b}");

        await().until(() -> sink.intervals().size() == 1);
        assertThat(sink.intervals().getFirst().seconds()).isEqualTo(1.5);
        assertThat(sink.intervals().getFirst().lines()).hasSize(2);
    }

    @Test
    void child_thatEndsIsStartedAgainAndLeavesAHole() throws IOException {
        perf.count("line 0.1 a 3; line 0.2 a 4; sleep 0.15; echo boom >&2; exit 3");

        start("a");

        await().until(() -> perf.starts() >= 3);
        assertThat(sink.missed()).contains("perf ended with status 3: boom");
        assertThat(sink.intervals())
                .allSatisfy(i -> assertThat(i.seconds()).isCloseTo(0.1, within(1e-9)));
        assertThat(supervisor().counts().ends()).isGreaterThanOrEqualTo(2);
        assertThat(sink.times()).isSorted();
    }

    @Test
    void child_thatFailsAtOnceIsNotStartedInALoop() throws IOException {
        perf.count("exit 1");

        start("a");

        await().until(() -> sink.missed().size() >= 8);
        assertThat(perf.starts()).as("waits of 50, 100, 200, 400, … ms").isLessThan(8);
    }

    @Test
    void child_thatHangsIsKilledAndReplaced() throws IOException {
        perf.count("line 0.1 a 3" + FOREVER);

        start("a");

        await().until(() -> perf.starts() >= 2);
        assertThat(sink.missed())
                .contains("no count from perf")
                .anySatisfy(reason -> assertThat(reason).startsWith("perf hung: no count for 1 s"));
        assertThat(supervisor().counts().ends()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void child_thatHangsInItsEndingIsKilledHard() throws IOException {
        perf.count("trap '' TERM; line 0.1 a 3; while :; do sleep 0.1; done");

        start("a");
        await().until(() -> !sink.intervals().isEmpty());
        supervisor().close();

        await().until(() -> !perf.isRunning());
    }

    @Test
    void garbage_isCountedAndCountingGoesOn() throws IOException {
        perf.count(
                """
                echo 'perf: warning'; head -c 300000 /dev/urandom; echo
                head -c 100000 /dev/zero | tr '\\0' x; echo
                line 1.0 a 3; echo '{"interval" : 2.0, "counter-v'; line 2.0 a 4; echo; line 3.0 a 5
                """
                        + FOREVER);

        start("a");

        await().until(() -> sink.intervals().size() == 3);
        assertThat(supervisor().counts().unreadable()).isGreaterThanOrEqualTo(3);
        assertThat(supervisor().counts().lines())
                .isGreaterThanOrEqualTo(supervisor().counts().unreadable() + 4);
    }

    @Test
    void garbage_withoutEndIsAHang() throws IOException {
        perf.count("while :; do echo garbage; sleep 0.01; done");

        start("a");

        await().until(() -> perf.starts() >= 2);
        assertThat(sink.missed()).anySatisfy(r -> assertThat(r).startsWith("perf hung"));
    }

    @Test
    void event_thatPerfDoesNotKnowIsLeftOut() throws IOException {
        perf.probe(
                        """
                        case $events in
                          *odd*) echo "event syntax error: '$events'" >&2; exit 129 ;;
                          hw) line 0.1 hw '<not supported>' ;;
                          trace) echo "can't access trace events" >&2; exit 129 ;;
                          *) line 0.1 "$events" 5 ;;
                        esac
                        """)
                .count("line 0.1 a 1" + FOREVER);

        start("odd,hw,trace,a");

        await().until(() -> !sink.plans().isEmpty());
        assertThat(sink.plan().plan().eventArgument()).isEqualTo("a");
        assertThat(sink.plan().unavailable())
                .containsExactly(
                        Map.entry("counters[odd]", "unknown to perf on this machine"),
                        Map.entry("counters[hw]", "not supported by this CPU or virtual machine"),
                        Map.entry("counters[trace]", "perf cannot read tracefs"));
    }

    @Test
    void group_thatDoesNotGoTogetherIsTakenApart() throws IOException {
        perf.probe("case $events in {*) exit 1 ;; *) line 0.1 $events 5 ;; esac")
                .count("line 0.1 a 1; line 0.1 b 1" + FOREVER);

        start("{a,b}");

        await().until(() -> !sink.plans().isEmpty());
        assertThat(sink.plan().plan().eventArgument()).isEqualTo("a,b");
    }

    @Test
    void perf_withoutJsonIsReadAsCsv() throws IOException {
        perf.probe(
                        """
                        case "$*" in
                          *" -j "*) echo "Error: unknown switch \\`j'" >&2; exit 129 ;;
                          *) echo "5;;$events;1000;100.00;;" ;;
                        esac
                        """)
                .count("echo '  1.0;7;;a;1000;100.00;;'" + FOREVER);

        start("a");

        await().until(() -> sink.intervals().size() == 1);
        assertThat(sink.plan().json()).isFalse();
    }

    @Test
    void perf_thatMayNotCountIsAskedAgain() throws IOException {
        perf.probe(
                "echo 'Error:' >&2; echo 'Access to performance monitoring is limited.' >&2; exit 255");

        start("a");

        await().until(() -> !sink.missed().isEmpty());
        assertThat(sink.missed().getFirst()).contains("CAP_PERFMON", "perf_event_paranoid");
        FakePerf.in(folder).count("line 0.1 a 1" + FOREVER);
        await().until(() -> !sink.intervals().isEmpty());
    }

    @Test
    void perf_whoseCapabilityIsOfNoUseSaysTheLevel() throws IOException {
        perf.probe(
                """
                echo 'Access to performance monitoring and observability operations is limited.' >&2
                echo 'perf_event_paranoid setting is 3:' >&2
                exit 255\
                """);

        start("a");

        await().until(() -> !sink.missed().isEmpty());
        assertThat(sink.missed().getFirst()).contains("perf_event_paranoid is 3", "set it to 2");
    }

    @Test
    void perf_thatIsNotThereIsSaid() throws IOException {
        Files.delete(Path.of(perf.program()));

        start("a");

        await().until(() -> sink.missed().size() >= 2);
        assertThat(sink.missed().getFirst()).startsWith("perf is not here");
        assertThat(supervisor().isAlive(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void close_endsTheChild() throws IOException {
        perf.count("line 0.1 a 1" + FOREVER);
        start("a");
        await().until(() -> !sink.intervals().isEmpty());
        assertThat(perf.isRunning()).isTrue();

        supervisor().close();

        await().until(() -> !perf.isRunning());
        assertThat(supervisor().isAlive(Duration.ofSeconds(5))).isFalse();
    }

    private void start(String events) {
        List<Choice> choices =
                EventList.parse(events).stream().map(g -> new Choice(List.of(g))).toList();
        PerfSettings settings =
                new PerfSettings(
                        perf.program(),
                        Duration.ofMillis(100),
                        choices,
                        false,
                        false,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1));
        supervisor = new PerfSupervisor(settings, MonotonicClock.SYSTEM, sink);
        supervisor.start();
    }

    private PerfSupervisor supervisor() {
        return Objects.requireNonNull(supervisor);
    }
}
