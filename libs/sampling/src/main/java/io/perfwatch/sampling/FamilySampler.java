package io.perfwatch.sampling;

import java.io.IOException;

/**
 * Measures one family. The seam at which own readers, OSHI and tests meet.
 *
 * <p>Called by one thread at a time, not always the same one.
 */
public interface FamilySampler {
    /** As the member of the event is called: {@code cpu}. */
    String family();

    /**
     * Measures now. What is a difference of two readings comes from the second call on.
     *
     * @param nanoTime of the monotonic clock, just before the call
     * @throws IOException if the source cannot be read; the others go on
     */
    Outcome sample(long nanoTime) throws IOException;
}
