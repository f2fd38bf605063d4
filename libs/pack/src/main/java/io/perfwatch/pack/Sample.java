package io.perfwatch.pack;

import java.util.Comparator;
import java.util.UUID;

/**
 * What identifies one sample of a pack, for ever.
 *
 * @param run of the probe that took it
 * @param sequence in that run, from 1
 * @param millis after the pack's start
 */
public record Sample(UUID run, long sequence, int millis) {
    static final Comparator<Sample> ORDER =
            Comparator.comparingInt(Sample::millis)
                    .thenComparing(Sample::run)
                    .thenComparingLong(Sample::sequence);

    /** Whether the other is the same event, whatever time it claims. */
    Identity identity() {
        return new Identity(run, sequence);
    }

    record Identity(UUID run, long sequence) {}
}
