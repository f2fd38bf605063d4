package io.perfwatch.test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a server that was just started. */
final class Answer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Asks the server; any exception means: not yet. */
    @FunctionalInterface
    interface Question {
        void ask() throws Exception;
    }

    private Answer() {}

    /**
     * @param alive whether it may still come
     * @throws IllegalStateException if it is gone or three minutes have passed
     */
    static void await(String server, BooleanSupplier alive, Question question) {
        Instant end = Instant.now().plus(PATIENCE);
        Exception last = new IllegalStateException("never asked");
        while (alive.getAsBoolean() && Instant.now().isBefore(end)) {
            try {
                question.ask();
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (Exception e) {
                last = e;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        throw new IllegalStateException(server + " did not start", last);
    }
}
