package io.perfwatch.sampler.source;

import java.util.Arrays;

/** Some numbers that were read at once; one that was not there is {@link Fields#ABSENT}. */
public final class Numbers {
    private final long[] values;

    Numbers(long[] values) {
        this.values = values;
    }

    public static Numbers of(long... values) {
        return new Numbers(values.clone());
    }

    /** So many that were not there. */
    public static Numbers absent(int count) {
        long[] values = new long[count];
        Arrays.fill(values, Fields.ABSENT);
        return new Numbers(values);
    }

    public long get(int index) {
        return values[index];
    }

    public int count() {
        return values.length;
    }
}
