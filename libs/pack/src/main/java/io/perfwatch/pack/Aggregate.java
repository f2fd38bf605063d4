package io.perfwatch.pack;

/**
 * One metric over one span.
 *
 * @param average weighted by the seconds that each value covers
 * @param count of the samples that had a value, at least 1
 */
public record Aggregate(double minimum, double average, double maximum, int count) {

    /** Of samples that all had the same value. */
    static Aggregate of(double value, int count) {
        return new Aggregate(value, value, value, count);
    }

    /** Whether each sample had the same value. */
    boolean isSingle() {
        return minimum == maximum;
    }
}
