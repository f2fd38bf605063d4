package io.perfwatch.pack;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Samples in the order in which they were added, each once. Not for several threads at once. */
public final class SampleSet extends AbstractList<Sample> {
    private static final int FEW = 8;
    private static final int MINUTE_MILLIS = 60_000;

    private static final class Run {
        final UUID id;
        long highest;

        Run(UUID id) {
            this.id = id;
        }
    }

    private final List<Run> runs = new ArrayList<>(1);
    private int[] run = new int[FEW];
    private long[] sequences = new long[FEW];
    private int[] millis = new int[FEW];
    private int size;

    /** Known only once one came that is not ahead of all of its run, which few do. */
    private @Nullable Set<Sample.Identity> identities;

    /**
     * @return false if it is here already, whatever time it claims
     */
    @Override
    public boolean add(Sample sample) {
        int index = indexOfRun(sample.run());
        if (sample.sequence() <= runs.get(index).highest && !identities().add(sample.identity())) {
            return false;
        }
        append(sample, index);
        return true;
    }

    private int indexOfRun(UUID id) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (runs.get(i).id.equals(id)) {
                return i;
            }
        }
        runs.add(new Run(id));
        return runs.size() - 1;
    }

    private Set<Sample.Identity> identities() {
        if (identities == null) {
            identities = new HashSet<>();
            for (Sample sample : this) {
                identities.add(sample.identity());
            }
        }
        return identities;
    }

    private void append(Sample sample, int index) {
        if (size == millis.length) {
            run = Arrays.copyOf(run, size * 2);
            sequences = Arrays.copyOf(sequences, size * 2);
            millis = Arrays.copyOf(millis, size * 2);
        }
        run[size] = index;
        sequences[size] = sample.sequence();
        millis[size] = sample.millis();
        size++;
        Run of = runs.get(index);
        of.highest = Math.max(of.highest, sample.sequence());
        if (identities != null) {
            identities.add(sample.identity());
        }
    }

    @Override
    public int size() {
        return size;
    }

    /** How many there will be at the end of the minute, if they go on as they came. */
    int expected() {
        int last = size - 1;
        int taken = size < 2 ? 0 : millis[last] - millis[0];
        if (taken <= 0) {
            return size;
        }
        int left = Math.max(0, MINUTE_MILLIS - millis[last]);
        return (int) Math.min(size + (long) left * last / taken, Integer.MAX_VALUE);
    }

    /** About how many bytes of memory it takes. */
    long bytes() {
        return 16L * millis.length + 60L * runs.size() + (identities == null ? 0 : 80L * size);
    }

    UUID run(int index) {
        return runs.get(run[index]).id;
    }

    int millis(int index) {
        return millis[index];
    }

    long sequence(int index) {
        return sequences[index];
    }

    @Override
    public Sample get(int index) {
        return new Sample(run(index), sequences[index], millis[index]);
    }
}
