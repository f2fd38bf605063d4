package io.perfwatch.perfcounter.child;

import io.perfwatch.sampling.MonotonicClock;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one perf counting: asks what it can, starts it, starts it again when it ends or hangs. All
 * by one platform thread that lives as long as the service, because perf dies with the thread that
 * started it.
 */
public final class PerfSupervisor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PerfSupervisor.class);

    /** After so many intervals, an end is a new trouble and not the old one. */
    private static final int PROVEN = 5;

    private final Perf perf;
    private final PerfSettings settings;
    private final MonotonicClock clock;
    private final CounterSink sink;
    private final PerfCounts counts = new PerfCounts();
    private final Backoff backoff;
    private final Thread thread;
    private volatile long lastTurnNanos;

    public PerfSupervisor(PerfSettings settings, MonotonicClock clock, CounterSink sink) {
        this.perf = new Perf(settings.program());
        this.settings = settings;
        this.clock = clock;
        this.sink = sink;
        this.backoff = new Backoff(settings.retry(), settings.longestRetry());
        this.lastTurnNanos = clock.nanoTime();
        this.thread = Thread.ofPlatform().name("perf").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public PerfCounts counts() {
        return counts;
    }

    /** Whether it works, be it that perf does not. */
    public boolean isAlive(Duration within) {
        return thread.isAlive() && clock.nanoTime() - lastTurnNanos <= within.toNanos();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                idle(attempt(), backoff.next());
            }
        } catch (InterruptedException e) {
            log.debug("stopped", e);
        }
    }

    /** Counts as long as it goes well; returns why it does no longer. */
    private String attempt() throws InterruptedException {
        try {
            Counting counting = PerfProbe.ask(perf, settings.choices(), settings.topDown());
            log.info("counting {}", counting.plan().eventArgument());
            counting.unavailable().forEach((path, reason) -> log.info("{}: {}", path, reason));
            sink.counting(counting);
            PerfChild child =
                    PerfChild.start(perf, counting, settings.interval(), settings.perCore());
            counts.starts.increment();
            log.info("perf runs as process {}", child.pid());
            return untilItEnds(child);
        } catch (IOException e) {
            return "perf cannot be started: " + e.getMessage();
        } catch (PerfUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String untilItEnds(PerfChild child) throws InterruptedException {
        try (child) {
            ChildWatch watch = new ChildWatch(child, settings, clock, sink, counts);
            String end = watch.turn();
            while (end == null) {
                turned();
                if (watch.intervals() == PROVEN) {
                    backoff.reset();
                }
                end = watch.turn();
            }
            return end;
        } finally {
            counts.ends.increment();
        }
    }

    /** Says in each interval why there is no count, until perf is to be tried again. */
    private void idle(String reason, Duration wait) throws InterruptedException {
        log.warn("{}; next try in {} ms", reason, wait.toMillis());
        long end = clock.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0; left = end - clock.nanoTime()) {
            clock.sleepUntil(clock.nanoTime() + Math.min(left, settings.interval().toNanos()));
            turned();
            sink.missed(clock.wallTime(), reason);
        }
    }

    private void turned() {
        lastTurnNanos = clock.nanoTime();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
