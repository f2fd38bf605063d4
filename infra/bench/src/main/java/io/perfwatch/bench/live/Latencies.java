package io.perfwatch.bench.live;

import java.util.Arrays;

/** Durations in milliseconds, many of them. Not for two threads at once. */
final class Latencies {
    private double[] values = new double[16_384];
    private int count;

    void add(double milliseconds) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = milliseconds;
    }

    int count() {
        return count;
    }

    /**
     * The smallest value that at least this share is not above.
     *
     * @param share 0 to 1
     */
    double quantile(double share) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.ceil(share * count) - 1];
    }
}
