package io.perfwatch.bench.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for something to become true. */
public final class Waiting {
    private static final long PAUSE_MILLIS = 200;

    private Waiting() {}

    /**
     * @param what it is waited for, for the exception
     * @throws IOException if it takes longer than {@code most}
     */
    public static void until(String what, Duration most, Callable<Boolean> done)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!isDone(done)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("waited " + most + " in vain: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isDone(Callable<Boolean> done) throws IOException, InterruptedException {
        try {
            return done.call();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
