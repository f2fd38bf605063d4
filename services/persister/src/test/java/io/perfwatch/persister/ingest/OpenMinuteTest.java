package io.perfwatch.persister.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.PathCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a minute is stored, in seconds after its first event was read. */
class OpenMinuteTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant OPENED = Instant.parse("2026-03-01T18:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(4);
    private static final Instant NOT_BEYOND = START;

    private final Leaves leaves = new Leaves();
    private final PathCache paths = new PathCache();

    @Test
    void aMinuteOfAHostThatReportsIsDueAGraceAfterItsEnd() {
        OpenMinute minute = opened(at(0));
        for (int second = 1; second < 60; second++) {
            touch(minute, second);
        }
        assertThat(isDue(minute, 63.9)).isFalse();
        assertThat(isDue(minute, 64)).isTrue();
    }

    /** What is left of it by the broker's clock is waited for, whatever the host's clock says. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 59})
    void aMinuteOfAHostThatFellSilentIsDueAGraceAfterItsEndByTheBrokersClock(int appended) {
        OpenMinute minute = opened(at(appended));
        assertThat(isDue(minute, 63.9 - appended)).isFalse();
        assertThat(isDue(minute, 64 - appended)).isTrue();
    }

    @Test
    void aLateMinuteIsDueOnceNothingCameForTheGrace() {
        OpenMinute minute = opened(at(3_600));
        assertThat(isDue(minute, 3.9)).isFalse();
        touch(minute, 3);
        assertThat(isDue(minute, 6.9)).isFalse();
        assertThat(isDue(minute, 7)).isTrue();
    }

    @Test
    void aLateMinuteThatEventsStillComeOfIsDueOnceItsHostIsBeyondItByTheGrace() {
        OpenMinute minute = opened(at(3_600));
        touch(minute, 5);
        assertThat(minute.isDue(read(5), GRACE, at(63.9))).isFalse();
        assertThat(minute.isDue(read(5), GRACE, at(64))).isTrue();
        assertThat(minute.isDue(read(3.9), GRACE, at(64))).isFalse();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** However wrong a host's clock is, and however its events trickle in. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aMinuteIsDueAfterAGraceAtTheEarliestAndAMinuteAndAGraceAtTheLatest(int seed) {
        Random random = new Random(seed);
        OpenMinute minute = opened(at(random.nextInt(-120, 240)));
        double second = 0;
        while (!isDue(minute, second)) {
            if (random.nextInt(3) > 0) {
                touch(minute, second);
            }
            second += 0.5;
        }
        assertThat(second).isBetween(4.0, 64.0);
    }

    private OpenMinute opened(Instant append) {
        Envelope first = envelope(1);
        OpenMinute minute =
                new OpenMinute(
                        new OpenMinute.Key("web-1", START),
                        0,
                        OPENED,
                        OpenMinute.newest(first, append));
        minute.add(first, leaves, 0, append, OPENED);
        return minute;
    }

    private void touch(OpenMinute minute, double second) {
        int sequence = minute.events() + 1;
        minute.add(envelope(sequence), leaves, sequence, at(second), read(second));
    }

    private Envelope envelope(int sequence) {
        String json =
                """
                {"host":"web-1","probe":"sampler","run":"01980000-0000-7000-8000-000000000001",\
                "sequence":%d,"time":"%s","cpu":{"utilization":0.5}}\
                """
                        .formatted(sequence, START);
        leaves.clear();
        return EventReader.read(json.getBytes(UTF_8), leaves, paths);
    }

    private static boolean isDue(OpenMinute minute, double second) {
        return minute.isDue(read(second), GRACE, NOT_BEYOND);
    }

    /** By the broker's clock or the host's. */
    private static Instant at(double second) {
        return START.plusMillis(Math.round(second * 1000));
    }

    /** By the persister's clock. */
    private static Instant read(double second) {
        return OPENED.plusMillis(Math.round(second * 1000));
    }
}
