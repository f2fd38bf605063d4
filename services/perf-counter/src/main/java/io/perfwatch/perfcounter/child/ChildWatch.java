package io.perfwatch.perfcounter.child;

import io.perfwatch.perfcounter.derive.Interval;
import io.perfwatch.perfcounter.derive.IntervalAssembler;
import io.perfwatch.perfcounter.output.PerfLine;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Nothing;
import io.perfwatch.perfcounter.output.PerfLine.Unreadable;
import io.perfwatch.perfcounter.output.PerfLineParser;
import io.perfwatch.sampling.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one child to its end. What is open when it ends is dropped: a line may be missing. */
final class ChildWatch {
    /** perf flushes an interval at once, so after this nothing of it is still to come. */
    private static final long QUIET_NANOS = Duration.ofMillis(100).toNanos();

    private final PerfChild child;
    private final PerfSettings settings;
    private final MonotonicClock clock;
    private final CounterSink sink;
    private final PerfCounts counts;
    private final PerfLineParser parser = new PerfLineParser(Perf.SEPARATOR);
    private final IntervalAssembler assembler = new IntervalAssembler();
    private Instant opened = Instant.EPOCH;
    private long lastCountNanos;
    private long nextMissNanos;
    private int intervals;

    ChildWatch(
            PerfChild child,
            PerfSettings settings,
            MonotonicClock clock,
            CounterSink sink,
            PerfCounts counts) {
        this.child = child;
        this.settings = settings;
        this.clock = clock;
        this.sink = sink;
        this.counts = counts;
        began();
    }

    private void began() {
        lastCountNanos = clock.nanoTime();
        nextMissNanos = lastCountNanos + 2 * settings.interval().toNanos();
    }

    /** How many intervals came. */
    int intervals() {
        return intervals;
    }

    /**
     * @return why it ended, for people; null as long as it goes on
     */
    @Nullable String turn() throws InterruptedException {
        long untilMiss = Math.max(0, nextMissNanos - clock.nanoTime());
        switch (child.poll(assembler.isOpen() ? QUIET_NANOS : untilMiss)) {
            case Output.Line(String text) -> take(text);
            case Output.Silence _ -> assembler.flush().ifPresent(i -> counted(opened, i));
            case Output.End _ -> {
                return child.lastWords();
            }
        }
        return patience();
    }

    private void take(String line) {
        counts.lines.increment();
        PerfLine parsed = parser.parse(line);
        switch (parsed) {
            case Data data -> take(data);
            case Unreadable _ -> counts.unreadable.increment();
            case Nothing _ -> {}
        }
    }

    private void take(Data data) {
        Instant now = clock.wallTime();
        boolean wasOpen = assembler.isOpen();
        long strays = assembler.outOfOrder();
        Optional<Interval> ended = assembler.add(data);
        counts.outOfOrder.add(assembler.outOfOrder() - strays);
        ended.ifPresent(interval -> counted(wasOpen ? opened : now, interval));
        if (assembler.isOpen() && (!wasOpen || ended.isPresent())) {
            opened = now;
        }
    }

    private void counted(Instant time, Interval interval) {
        intervals++;
        began();
        sink.counted(time, interval);
    }

    private @Nullable String patience() {
        long now = clock.nanoTime();
        Duration silence = Duration.ofNanos(now - lastCountNanos);
        if (silence.compareTo(settings.patience()) > 0) {
            return "perf hung: no count for " + silence.toSeconds() + " s";
        }
        if (now >= nextMissNanos) {
            nextMissNanos += settings.interval().toNanos();
            sink.missed(clock.wallTime(), "no count from perf");
        }
        return null;
    }
}
