package io.perfwatch.gateway.history;

import io.perfwatch.gateway.history.History.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for holes in one stream. A family that is due every fifth tick has every fifth sequence
 * number, so what is a hole is known only when all have been seen.
 */
final class GapFinder {
    /** Less than so many samples of a span may just be where it was cut. */
    private static final long AT_THE_EDGE = 2;

    private record Step(
            long from, long to, long sequences, long samples, boolean sameRun, boolean fromMemory) {
        long missing(long smallest) {
            return sequences - samples * smallest;
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private long smallestStep = Long.MAX_VALUE;
    private @Nullable UUID run;
    private long sequence;
    private long end;

    /**
     * @param fromMemory whether it, unlike all before, is not from the database
     */
    void add(Stretch stretch, boolean fromMemory) {
        for (int i = stretch.first(); i < stretch.end(); i++) {
            if (run != null) {
                step(stretch, i, fromMemory);
            }
            run = stretch.run(i);
            sequence = stretch.sequence(i);
            end = stretch.time(i) + stretch.tier().span();
        }
    }

    private void step(Stretch stretch, int index, boolean fromMemory) {
        boolean sameRun = stretch.run(index).equals(run);
        long sequences = stretch.sequence(index) - sequence;
        long samples = stretch.samples(index);
        if (sameRun && sequences > 0 && samples > 0) {
            smallestStep =
                    Math.min(smallestStep, Math.max(1, Math.round(1.0 * sequences / samples)));
        }
        if (!sameRun || sequences > smallestStep * samples) {
            boolean apart = stretch.time(index) > end;
            steps.add(
                    new Step(
                            apart ? end : stretch.time(index),
                            apart ? stretch.time(index) : stretch.last(index) + 1,
                            sequences,
                            samples,
                            sameRun,
                            fromMemory));
        }
    }

    /** How many ticks are between two samples; the largest number if there are no two. */
    long smallestStep() {
        return smallestStep;
    }

    /**
     * @param mayMiss whether something is neither in memory nor yet in the database; only asked if
     *     it matters
     * @param mayBeLost whether an event is not in the database though later ones are; only asked if
     *     it matters. If not, all events came, some without the family
     */
    List<History.Gap> gaps(Stream stream, BooleanSupplier mayMiss, BooleanSupplier mayBeLost) {
        List<Step> holes = steps.stream().filter(this::isHole).filter(s -> s.to > s.from).toList();
        boolean pending =
                holes.stream().anyMatch(s -> s.sameRun && s.fromMemory) && mayMiss.getAsBoolean();
        boolean lost = holes.stream().anyMatch(Step::sameRun) && mayBeLost.getAsBoolean();
        return holes.stream()
                .map(step ->
                        new History.Gap(
                                stream.host(),
                                stream.topic(),
                                Instant.ofEpochMilli(step.from),
                                Instant.ofEpochMilli(step.to),
                                reason(step, pending, lost)))
                .toList();
    }

    private boolean isHole(Step step) {
        long missing = step.missing(smallestStep);
        return !step.sameRun || missing >= (step.samples > 1 ? AT_THE_EDGE * smallestStep : 1);
    }

    private static Reason reason(Step step, boolean pending, boolean lost) {
        if (step.sameRun && step.fromMemory && pending) {
            return Reason.PENDING;
        }
        return step.sameRun && lost ? Reason.MISSING : Reason.UNOBSERVED;
    }
}
