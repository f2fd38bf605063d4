package io.perfwatch.sampling;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One family in the loop: when it is due, what became of its attempts, what they cost. */
final class ScheduledFamily {
    private static final Logger log = LoggerFactory.getLogger(ScheduledFamily.class);

    /** What is not there is looked for again only this often: a failing open costs 20 µs. */
    private static final long RETRY_NANOS = Duration.ofSeconds(30).toNanos();

    final FamilySampler sampler;
    final FamilyCounts counts = new FamilyCounts();
    private final long intervalNanos;

    /** Since the loop's start, as all that the loop plans with: nanoTime itself may be negative. */
    private long dueNanos;

    private volatile long runningSince;
    private volatile boolean running;
    private volatile @Nullable Outcome outcome;
    private long retryNanos;
    private Map<String, String> unavailable = Map.of();

    ScheduledFamily(FamilySchedule schedule, long firstDueNanos) {
        this.sampler = schedule.sampler();
        this.intervalNanos = schedule.interval().toNanos();
        this.dueNanos = firstDueNanos;
    }

    long dueNanos() {
        return dueNanos;
    }

    /** Puts the family back on its grid; returns how many of its turns were missed. */
    long passTo(long nowNanos) {
        long turns = Math.max(nowNanos, dueNanos) / intervalNanos;
        long next = (turns + 1) * intervalNanos;
        long missed = Math.max(0, (next - dueNanos) / intervalNanos - 1);
        dueNanos = next;
        return missed;
    }

    /** Called by the worker; never throws, or the worker would take the others with it. */
    void attempt(MonotonicClock clock) {
        long start = clock.nanoTime();
        Outcome last = outcome;
        if (last instanceof Outcome.NoData && start - retryNanos < 0) {
            return;
        }
        long startCpu = clock.threadCpuNanos();
        runningSince = start;
        running = true;
        try {
            outcome = sampled(start);
        } finally {
            running = false;
            counts.took(clock.nanoTime() - start, clock.threadCpuNanos() - startCpu);
        }
        retryNanos = start + RETRY_NANOS;
    }

    // LinkageError too: a missing native library of one source must not end the others.
    private Outcome sampled(long start) {
        try {
            return sampler.sample(start);
        } catch (NotMeasuredException e) {
            return new Outcome.NoData(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return new Outcome.Failed(e);
        } catch (LinkageError e) {
            return new Outcome.Failed(new IOException(e));
        }
    }

    boolean isRunning() {
        return running;
    }

    /** What became of the family's turn; counts it, and tells the log if it is news. */
    Outcome take(long nowNanos) {
        Outcome last = outcome;
        Outcome taken =
                running || last == null
                        ? new Outcome.Hanging(Duration.ofNanos(nowNanos - runningSince))
                        : last;
        if (counts.count(taken)) {
            tell(taken);
        }
        unavailable = reasons(taken);
        return taken;
    }

    /** As of the last turn, by family or path. */
    Map<String, String> unavailable() {
        return unavailable;
    }

    /** The reasons say nothing that changes from tick to tick: history keeps their changes. */
    private Map<String, String> reasons(Outcome taken) {
        return switch (taken) {
            case Outcome.Sampled(var _, Map<String, String> parts) -> parts;
            case Outcome.Primed _ -> Map.of();
            case Outcome.NoData(String reason) -> Map.of(sampler.family(), reason);
            case Outcome.Failed(Exception cause) -> Map.of(sampler.family(), cause.toString());
            case Outcome.Hanging _ -> Map.of(sampler.family(), "does not answer");
        };
    }

    private void tell(Outcome taken) {
        String family = sampler.family();
        switch (taken) {
            case Outcome.Sampled _ -> log.info("{}: measured", family);
            case Outcome.Primed _ -> log.debug("{}: first reading", family);
            case Outcome.NoData(String reason) -> log.info("{}: not measured, {}", family, reason);
            case Outcome.Failed(Exception cause) -> log.warn("{}: failed", family, cause);
            case Outcome.Hanging(Duration since) ->
                    log.warn("{}: no answer for {} ms", family, since.toMillis());
        }
    }
}
