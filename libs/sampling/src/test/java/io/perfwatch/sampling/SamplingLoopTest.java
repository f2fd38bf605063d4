package io.perfwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Family;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SamplingLoopTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeClock clock = new FakeClock();
    private final BlockingQueue<Tick> ticks = new LinkedBlockingQueue<>();

    private SamplingLoop loop(FamilySchedule... schedules) {
        SamplingLoop loop =
                new SamplingLoop(List.of(schedules), Duration.ofMillis(200), clock, ticks::add);
        loop.start();
        return loop;
    }

    private Tick nextTick() throws InterruptedException {
        clock.allowSleeps(1);
        Tick tick = ticks.poll(10, TimeUnit.SECONDS);
        assertThat(tick).isNotNull();
        return tick;
    }

    private static List<Double> intervals(Tick tick) {
        return tick.families().stream().map(Family::intervalSeconds).toList();
    }

    @Test
    void eachFamily_comesWithTheFirstTickAndThenAtItsOwnInterval() throws Exception {
        try (var _ =
                loop(
                        new FamilySchedule(TestSampler.named("cpu"), SECOND),
                        new FamilySchedule(TestSampler.named("slow"), SECOND.multipliedBy(3)))) {
            assertThat(intervals(nextTick())).containsExactly(1.0, 1.0);
            assertThat(intervals(nextTick())).containsExactly(1.0);
            assertThat(intervals(nextTick())).containsExactly(1.0, 2.0);
            assertThat(intervals(nextTick())).containsExactly(1.0);
            assertThat(intervals(nextTick())).containsExactly(1.0);
            assertThat(intervals(nextTick())).containsExactly(1.0, 3.0);
        }
    }

    @Test
    void tick_returnsToTheGridAfterBeingLate() throws Exception {
        try (var loop = loop(new FamilySchedule(TestSampler.named("cpu"), SECOND))) {
            assertThat(intervals(nextTick())).containsExactly(1.0);
            clock.advance(1_300_000_000L);
            assertThat(intervals(nextTick())).containsExactly(1.3);
            assertThat(intervals(nextTick())).containsExactly(0.7);
            assertThat(loop.missedTurns()).isZero();
            assertThat(loop.latenessSeconds()).isEqualTo(0.3);
        }
    }

    @Test
    void wallClockThatSteps_changesNoInterval() throws Exception {
        try (var loop = loop(new FamilySchedule(TestSampler.named("cpu"), SECOND))) {
            Tick before = nextTick();
            clock.stepWallClock(Duration.ofHours(-1));
            Tick back = nextTick();
            clock.stepWallClock(Duration.ofHours(1));
            Tick forth = nextTick();
            assertThat(back.time()).isBefore(before.time());
            assertThat(forth.time()).isAfter(before.time());
            assertThat(intervals(back)).containsExactly(1.0);
            assertThat(intervals(forth)).containsExactly(1.0);
            assertThat(loop.missedTurns()).isZero();
        }
    }

    @Test
    void turnsThatAreOver_areCountedAndLeftOut() throws Exception {
        try (var loop = loop(new FamilySchedule(TestSampler.named("cpu"), SECOND))) {
            nextTick();
            clock.advance(4_200_000_000L);
            assertThat(intervals(nextTick())).containsExactly(4.2);
            assertThat(intervals(nextTick())).containsExactly(0.8);
            assertThat(loop.missedTurns()).isEqualTo(3);
        }
    }

    @Test
    void familyThatFails_isNamedAndTheOthersGoOn() throws Exception {
        FamilySampler broken =
                TestSampler.answering(
                        "disks",
                        _ -> {
                            throw new IOException("torn");
                        });
        try (var loop =
                loop(
                        new FamilySchedule(broken, SECOND),
                        new FamilySchedule(TestSampler.named("cpu"), SECOND))) {
            Tick tick = nextTick();
            assertThat(intervals(tick)).containsExactly(1.0);
            assertThat(tick.unavailable()).isEqualTo(Map.of("disks", "java.io.IOException: torn"));
            assertThat(loop.families().getFirst().counts.failed.sum()).isEqualTo(1);
        }
    }

    @Test
    void familyThatIsNotThere_isNamedAndLookedForAgainOnlyNowAndThen() throws Exception {
        List<Long> attempts = new java.util.concurrent.CopyOnWriteArrayList<>();
        FamilySampler absent =
                TestSampler.answering(
                        "sensors",
                        now -> {
                            attempts.add(now);
                            return new Outcome.NoData("no hwmon device");
                        });
        try (var _ = loop(new FamilySchedule(absent, SECOND))) {
            for (int i = 0; i < 40; i++) {
                assertThat(nextTick().unavailable()).containsEntry("sensors", "no hwmon device");
            }
            assertThat(attempts).hasSize(2);
        }
    }

    @Test
    void familyThatHangs_isLeftBehindUntilItAnswers() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        TestSampler hanging =
                TestSampler.answering(
                        "filesystems",
                        _ -> {
                            awaitQuietly(release);
                            return new Outcome.Sampled(TestSampler.family(1));
                        });
        try (var loop =
                loop(
                        new FamilySchedule(TestSampler.named("first"), SECOND),
                        new FamilySchedule(hanging, SECOND),
                        new FamilySchedule(TestSampler.named("last"), SECOND))) {
            Tick tick = nextTick();
            assertThat(intervals(tick)).containsExactly(1.0, 1.0);
            assertThat(tick.unavailable()).containsEntry("filesystems", "does not answer");
            assertThat(nextTick().unavailable()).containsEntry("filesystems", "does not answer");
            assertThat(loop.families().get(1).counts.hanging.sum()).isEqualTo(2);

            release.countDown();
            await().until(() -> !loop.families().get(1).isRunning());
            assertThat(nextTick().families()).hasSize(3);
        }
    }

    @Test
    void cost_isCountedInTimeAndInCpuTime() throws Exception {
        FamilySampler busy =
                TestSampler.answering(
                        "processes",
                        _ -> {
                            clock.advance(8_000_000);
                            return new Outcome.Sampled(TestSampler.family(1));
                        });
        try (var loop = loop(new FamilySchedule(busy, SECOND))) {
            nextTick();
            FamilyCounts counts = loop.families().getFirst().counts;
            assertThat(counts.attempts.sum()).isEqualTo(2);
            assertThat(counts.nanos.sum()).isEqualTo(16_000_000);
            assertThat(counts.cpuNanos.sum()).isEqualTo(8_000_000);
        }
    }

    @Test
    void interval_outOfRangeIsRefusedByName() {
        assertThatThrownBy(
                        () -> new FamilySchedule(TestSampler.named("cpu"), Duration.ofMillis(99)))
                .hasMessage("interval of cpu must be between 100ms and 1h, was 99ms");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
