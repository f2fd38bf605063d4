package io.perfwatch.gateway.history;

import io.perfwatch.pack.Curve;
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
    private double[] count = new double[64];
    private int size;

    /** A place before the last one is put to the last one's; times of a host do not go back. */
    void add(long place, Curve curve, int index) {
        if (size == 0 || place > places[size - 1]) {
            begin(place);
        }
        int last = size - 1;
        min[last] = Math.min(min[last], curve.minimum(index));
        max[last] = Math.max(max[last], curve.maximum(index));
        sum[last] += curve.average(index) * curve.count(index);
        count[last] += curve.count(index);
    }

    private void begin(long place) {
        if (size == places.length) {
            grow();
        }
        places[size] = place;
        min[size] = Double.POSITIVE_INFINITY;
        max[size] = Double.NEGATIVE_INFINITY;
        sum[size] = 0;
        count[size++] = 0;
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
        return isSingle()
                ? new History.Series(host, metric, averages, averages, averages)
                : new History.Series(host, metric, lows, averages, highs);
    }

    /** Whether all three are the same everywhere. */
    private boolean isSingle() {
        for (int i = 0; i < size; i++) {
            if (min[i] < max[i]) {
                return false;
            }
        }
        return true;
    }

    private double average(int index) {
        return min[index] == max[index]
                ? min[index]
                : new BigDecimal(sum[index] / count[index]).round(DIGITS).doubleValue();
    }
}
