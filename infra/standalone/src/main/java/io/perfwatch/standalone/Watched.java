package io.perfwatch.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one program running: starts it, starts it again when it dies or no longer answers, and
 * stops it.
 */
final class Watched {

    private static final Duration ASK_WHILE_STARTING = Duration.ofMillis(100);
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(90);

    /** Until the first answer: a small board needs minutes for what a server does in seconds. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final int SIGNALLED = 128;

    private final Program program;
    private final Launcher launcher;
    private final Journal journal;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Process process;

    Watched(Program program, Launcher launcher, Journal journal) {
        this.program = program;
        this.launcher = launcher;
        this.journal = journal;
    }

    Program program() {
        return program;
    }

    void start() {
        Thread.ofPlatform().daemon().name("watch-" + program.name()).start(this::keepRunning);
    }

    /** Waits for the first time that it answers. */
    boolean awaitReady(Duration patience) throws InterruptedException {
        return ready.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks it to end, and makes it end after that time. */
    void stop(Duration patience) {
        stopping.countDown();
        try {
            Process running = process;
            if (running != null) {
                Signals.send(running.toHandle(), program.stopSignal());
                if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    journal.line(program.name() + " did not stop by itself; killed");
                    running.destroyForcibly();
                }
                ended.await(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepRunning() {
        try {
            while (stopping.getCount() > 0) {
                long started = System.nanoTime();
                String end = runOnce();
                if (stopping.getCount() > 0) {
                    Duration pause = backoff.after(Duration.ofNanos(System.nanoTime() - started));
                    journal.line(
                            "%s %s; starting it again in %.1f s (see logs/%1$s.log)"
                                    .formatted(program.name(), end, pause.toMillis() / 1000.0));
                    stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private String runOnce() throws InterruptedException {
        try {
            Process started = launcher.launch(program);
            process = started;
            watch(started);
            int exit = started.waitFor();
            return exit > SIGNALLED ? "died of signal " + (exit - SIGNALLED) : "ended with " + exit;
        } catch (IOException e) {
            return "cannot be started (" + e.getMessage() + ")";
        }
    }

    private void watch(Process started) throws InterruptedException {
        long launched = System.nanoTime();
        long lastAnswer = launched;
        boolean answered = false;
        while (!started.waitFor(
                (answered ? ASK : ASK_WHILE_STARTING).toMillis(), TimeUnit.MILLISECONDS)) {
            long now = System.nanoTime();
            if (program.probe().answers()) {
                lastAnswer = now;
                if (!answered) {
                    answered = true;
                    journal.line(
                            "%-12s ready after %.1f s"
                                    .formatted(program.name(), (now - launched) / 1e9));
                    ready.countDown();
                }
            } else if (isDead(Duration.ofNanos(now - lastAnswer), answered)) {
                started.destroyForcibly();
            }
        }
    }

    /** Who is stopping has the patience of {@link #stop} and need not answer any more. */
    private boolean isDead(Duration silent, boolean answered) {
        Duration patience = answered ? SILENCE : START;
        if (stopping.getCount() == 0 || silent.compareTo(patience) <= 0) {
            return false;
        }
        journal.line(
                "%s has not answered for %d s; killed"
                        .formatted(program.name(), patience.toSeconds()));
        return true;
    }
}
