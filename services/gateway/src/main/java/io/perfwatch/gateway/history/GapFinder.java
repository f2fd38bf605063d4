package io.perfwatch.gateway.history;

import io.perfwatch.pack.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks for holes in one family of one host. A family that is due every fifth tick has every fifth
 * sequence number, so what is a hole is known only when all have been seen.
 */
final class GapFinder {
    private record Step(
            long from, long to, long sequences, boolean sameRun, boolean toIsFromMemory) {}

    private final List<Step> steps = new ArrayList<>();
    private long smallestStep = Long.MAX_VALUE;
    private @Nullable UUID run;
    private long sequence;
    private long time;

    void add(Sample sample, long sampleTime, boolean fromMemory) {
        if (run != null) {
            step(sample, sampleTime, fromMemory);
        }
        run = sample.run();
        sequence = sample.sequence();
        time = sampleTime;
    }

    private void step(Sample next, long nextTime, boolean fromMemory) {
        boolean sameRun = next.run().equals(run);
        long sequences = next.sequence() - sequence;
        if (sameRun && sequences > 0) {
            smallestStep = Math.min(smallestStep, sequences);
        }
        if (!sameRun || sequences > smallestStep) {
            steps.add(new Step(time, nextTime, sequences, sameRun, fromMemory));
        }
    }

    /** How many ticks are between two samples; the largest number if there are no two. */
    long smallestStep() {
        return smallestStep;
    }

    /**
     * @param storedUntil append time up to which everything is in the database, epoch milliseconds
     */
    List<History.Gap> gaps(String host, String topic, long storedUntil) {
        return steps.stream()
                .filter(step -> !step.sameRun || step.sequences > smallestStep)
                .filter(step -> step.to > step.from)
                .map(step ->
                        new History.Gap(
                                host,
                                topic,
                                Instant.ofEpochMilli(step.from),
                                Instant.ofEpochMilli(step.to),
                                reason(step, storedUntil)))
                .toList();
    }

    private static History.Reason reason(Step step, long storedUntil) {
        if (!step.sameRun) {
            return History.Reason.UNOBSERVED;
        }
        return step.toIsFromMemory && step.to > storedUntil
                ? History.Reason.PENDING
                : History.Reason.MISSING;
    }
}
