package io.perfwatch.perfcounter.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A short run of perf, to see what it says.
 *
 * @param exit its status
 * @param lines what it counted
 * @param errors what it says besides, for people
 */
record Trial(int exit, List<String> lines, String errors) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 16;
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    /**
     * @throws IOException if it cannot be started
     * @throws PerfUnavailableException if it does not end within ten seconds
     */
    static Trial run(Perf perf, List<String> options)
            throws IOException, PerfUnavailableException, InterruptedException {
        Process process = perf.once(options, "true");
        try {
            CompletableFuture<String> out = read(process.getInputStream());
            CompletableFuture<String> err = read(process.getErrorStream());
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PerfUnavailableException(
                        "perf did not answer within " + PATIENCE.toSeconds() + " s");
            }
            return new Trial(process.exitValue(), out.join().lines().toList(), err.join().strip());
        } finally {
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readNBytes(MOST_BYTES), UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                THREADS);
    }
}
