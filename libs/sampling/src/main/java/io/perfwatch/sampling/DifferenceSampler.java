package io.perfwatch.sampling;

import io.perfwatch.metric.Family;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A family that is computed from two readings of the same source: {@link #read} touches the
 * machine, {@link #compare} is pure.
 *
 * @param <R> one reading
 */
public abstract class DifferenceSampler<R> implements FamilySampler {
    private static final double NANOS_PER_SECOND = 1e9;

    private @Nullable R previous;
    private long previousNanoTime;

    /** Reads the source. */
    protected abstract R read() throws IOException;

    /**
     * What happened between the two.
     *
     * @param seconds between them, on the monotonic clock, above 0
     */
    protected abstract Family compare(R previous, R current, double seconds);

    /** The parts that are not in what {@link #compare} just returned, by path, with the reason. */
    protected Map<String, String> unavailable() {
        return Map.of();
    }

    @Override
    public final Outcome sample(long nanoTime) throws IOException {
        R current = read();
        R before = previous;
        double seconds = (nanoTime - previousNanoTime) / NANOS_PER_SECOND;
        previous = current;
        previousNanoTime = nanoTime;
        return before == null || seconds <= 0
                ? new Outcome.Primed()
                : new Outcome.Sampled(compare(before, current, seconds), unavailable());
    }
}
