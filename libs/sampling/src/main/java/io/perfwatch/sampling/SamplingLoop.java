package io.perfwatch.sampling;

import io.perfwatch.metric.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The steady tick: each family at its own interval, on a grid that starts when the loop does, so
 * lateness never adds up. What is late is made up by the next turn; a turn that is over before it
 * could begin is counted and left out. One family that fails or hangs never stops the others.
 */
public final class SamplingLoop implements AutoCloseable {
    private static final long FIRST_TICK_NANOS = Duration.ofSeconds(1).toNanos();

    /** Families whose turns are this near to each other share a tick. */
    private static final long SAME_TICK_NANOS = Duration.ofMillis(5).toNanos();

    /** A tick waits this long for a family; then it goes on without it. */
    private final long patienceNanos;

    private final MonotonicClock clock;
    private final Consumer<Tick> sink;
    private final ExecutorService workers =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().name("sampling-", 1).daemon().factory());
    private final Thread thread;
    private final List<ScheduledFamily> families;
    private final long startNanos;
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong missedTurns = new AtomicLong();
    private final AtomicLong latenessNanos = new AtomicLong();
    private volatile long lastTickNanos;

    /**
     * @param patience how long a tick waits for one family
     * @param sink takes the ticks, in order; must not block
     */
    public SamplingLoop(
            List<FamilySchedule> schedules,
            Duration patience,
            MonotonicClock clock,
            Consumer<Tick> sink) {
        this.clock = clock;
        this.sink = sink;
        this.patienceNanos = patience.toNanos();
        this.startNanos = clock.nanoTime();
        this.lastTickNanos = startNanos;
        this.families = schedules.stream().map(this::scheduled).toList();
        this.thread = Thread.ofPlatform().name("tick").unstarted(this::run);
    }

    /** Every family comes once with the first tick, however long its interval is. */
    private ScheduledFamily scheduled(FamilySchedule schedule) {
        long first = Math.min(FIRST_TICK_NANOS, schedule.interval().toNanos());
        return new ScheduledFamily(schedule, first);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            attempt(families);
            while (!Thread.currentThread().isInterrupted()) {
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() throws InterruptedException {
        long due = Long.MAX_VALUE;
        for (ScheduledFamily family : families) {
            due = Math.min(due, family.dueNanos());
        }
        clock.sleepUntil(startNanos + due);
        long now = clock.nanoTime() - startNanos;
        latenessNanos.addAndGet(Math.max(0, now - due));
        List<ScheduledFamily> turn = turn(due);
        attempt(turn);
        sink.accept(collect(turn));
        for (ScheduledFamily family : turn) {
            missedTurns.addAndGet(family.passTo(now));
        }
        ticks.incrementAndGet();
        lastTickNanos = clock.nanoTime();
    }

    private List<ScheduledFamily> turn(long dueNanos) {
        List<ScheduledFamily> turn = new ArrayList<>(families.size());
        for (ScheduledFamily family : families) {
            if (family.dueNanos() - dueNanos <= SAME_TICK_NANOS) {
                turn.add(family);
            }
        }
        return turn;
    }

    /** Samples them on a worker, and the rest on another one if that hangs. */
    private void attempt(List<ScheduledFamily> turn) throws InterruptedException {
        List<ScheduledFamily> left = turn.stream().filter(f -> !f.isRunning()).toList();
        while (!left.isEmpty()) {
            Round round = new Round(left, clock);
            workers.execute(round);
            left = round.awaitDone(patienceNanos) ? List.of() : round.abandon();
        }
    }

    private Tick collect(List<ScheduledFamily> turn) {
        List<Family> measured = new ArrayList<>(turn.size());
        for (ScheduledFamily family : turn) {
            Outcome outcome = family.take(clock.nanoTime());
            if (outcome instanceof Outcome.Sampled(Family sample, var _)) {
                measured.add(sample);
            }
        }
        return new Tick(clock.wallTime(), measured, unavailable(turn), unavailable(families));
    }

    private static Map<String, String> unavailable(List<ScheduledFamily> families) {
        Map<String, String> unavailable = new HashMap<>();
        families.forEach(f -> unavailable.putAll(f.unavailable()));
        return unavailable;
    }

    /** Whether the last tick is not older than it may be. */
    public boolean isTicking(Duration within) {
        return thread.isAlive() && clock.nanoTime() - lastTickNanos <= within.toNanos();
    }

    /** No tick begins after this has returned. */
    @Override
    public void close() {
        thread.interrupt();
        workers.shutdownNow();
        try {
            thread.join(patienceNanos / 1_000_000 + 1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<ScheduledFamily> families() {
        return families;
    }

    long ticks() {
        return ticks.get();
    }

    long missedTurns() {
        return missedTurns.get();
    }

    double latenessSeconds() {
        return latenessNanos.get() / 1e9;
    }
}
