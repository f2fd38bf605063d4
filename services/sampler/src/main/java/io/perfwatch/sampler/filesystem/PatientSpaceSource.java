package io.perfwatch.sampler.filesystem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks on other threads, so that a server that is gone takes a thread with it and nothing else.
 * Such a mount is not asked again before it has answered.
 */
final class PatientSpaceSource {
    /** What became of a question. */
    sealed interface Answer {
        record Known(Space space) implements Answer {}

        record Unknown(String reason) implements Answer {}
    }

    private final SpaceSource source;
    private final long patienceMillis;
    private final Map<Path, Future<Space>> pending = new HashMap<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().name("statvfs-", 1).daemon().factory());

    PatientSpaceSource(SpaceSource source, Duration patience) {
        this.source = source;
        this.patienceMillis = patience.toMillis();
    }

    Answer ask(Path mountPoint) throws IOException {
        Future<Space> earlier = pending.get(mountPoint);
        if (earlier != null && !earlier.isDone()) {
            return new Answer.Unknown("does not answer (is its server gone?)");
        }
        Future<Space> answer = threads.submit(() -> source.read(mountPoint));
        pending.put(mountPoint, answer);
        try {
            return new Answer.Known(answer.get(patienceMillis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Answer.Unknown("does not answer (is its server gone?)");
        } catch (ExecutionException e) {
            return new Answer.Unknown(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    /** Of what is no longer mounted, nothing is kept but a thread that may still hang in it. */
    void forgetAllBut(Collection<Path> mounted) {
        pending.keySet().retainAll(Set.copyOf(mounted));
    }
}
