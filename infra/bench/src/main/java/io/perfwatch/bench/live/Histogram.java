package io.perfwatch.bench.live;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How many durations were at most how long, as Prometheus tells it.
 *
 * @param counts by seconds, each with those before it
 */
record Histogram(NavigableMap<Double, Double> counts) {
    /**
     * @param metrics in the text format
     * @param name of the histogram, without {@code _bucket}
     */
    static Histogram parse(String metrics, String name) {
        NavigableMap<Double, Double> counts = new TreeMap<>();
        Pattern.compile("^" + name + "_bucket\\{.*?le=\"([^\"]+)\".*} (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .forEach(line ->
                        counts.merge(
                                seconds(line.group(1)),
                                Double.parseDouble(line.group(2)),
                                Double::sum));
        return new Histogram(counts);
    }

    private static double seconds(String bound) {
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }

    /** What came after {@code earlier} was read. */
    Histogram since(Histogram earlier) {
        NavigableMap<Double, Double> counts = new TreeMap<>();
        this.counts.forEach((bound, count) ->
                counts.put(bound, count - earlier.counts.getOrDefault(bound, 0.0)));
        return new Histogram(counts);
    }

    double count() {
        return counts.isEmpty() ? 0 : counts.lastEntry().getValue();
    }

    /**
     * In seconds; within a bucket as if its durations were spread evenly.
     *
     * @param share 0 to 1
     */
    double quantile(double share) {
        double rank = share * count();
        double below = 0;
        double countBelow = 0;
        for (var bucket : counts.entrySet()) {
            double count = bucket.getValue() - countBelow;
            if (bucket.getValue() >= rank && count > 0) {
                return below + (bucket.getKey() - below) * (rank - countBelow) / count;
            }
            below = bucket.getKey();
            countBelow = bucket.getValue();
        }
        return Double.NaN;
    }
}
