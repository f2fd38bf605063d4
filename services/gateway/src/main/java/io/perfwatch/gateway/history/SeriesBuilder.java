package io.perfwatch.gateway.history;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One series, gathered in the order of time. */
final class SeriesBuilder {
    private static final MathContext DIGITS = new MathContext(9);

    private long[] places = new long[64];
    private double[] min = new double[64];
    private double[] max = new double[64];
    private double[] sum = new double[64];
    private int[] count = new int[64];
    private int size;

    /** A place before the last one is put to the last one's; times of a host do not go back. */
    void add(long place, double value) {
        if (size == 0 || place > places[size - 1]) {
            begin(place, value);
        } else {
            min[size - 1] = Math.min(min[size - 1], value);
            max[size - 1] = Math.max(max[size - 1], value);
            sum[size - 1] += value;
            count[size - 1]++;
        }
    }

    private void begin(long place, double value) {
        if (size == places.length) {
            grow();
        }
        places[size] = place;
        min[size] = value;
        max[size] = value;
        sum[size] = value;
        count[size++] = 1;
    }

    private void grow() {
        places = Arrays.copyOf(places, size * 2);
        min = Arrays.copyOf(min, size * 2);
        max = Arrays.copyOf(max, size * 2);
        sum = Arrays.copyOf(sum, size * 2);
        count = Arrays.copyOf(count, size * 2);
    }

    long[] places() {
        return Arrays.copyOf(places, size);
    }

    /** With a null for each of {@code time} at which this series has nothing. */
    History.Series build(String host, String metric, long[] time) {
        List<@Nullable Double> lows = new ArrayList<>(time.length);
        List<@Nullable Double> averages = new ArrayList<>(time.length);
        List<@Nullable Double> highs = new ArrayList<>(time.length);
        int next = 0;
        for (long at : time) {
            boolean here = next < size && places[next] == at;
            lows.add(here ? (Double) min[next] : null);
            averages.add(here ? (Double) average(next) : null);
            highs.add(here ? (Double) max[next] : null);
            next += here ? 1 : 0;
        }
        boolean single = Arrays.stream(count, 0, size).allMatch(c -> c == 1);
        return single
                ? new History.Series(host, metric, averages, averages, averages)
                : new History.Series(host, metric, lows, averages, highs);
    }

    private double average(int index) {
        return count[index] == 1
                ? sum[index]
                : new BigDecimal(sum[index] / count[index]).round(DIGITS).doubleValue();
    }
}
