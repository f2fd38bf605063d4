package io.perfwatch.pack;

/** An aggregate in the making. */
final class Weighing {
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double sum;
    private double weight;
    private int count;

    void add(double value, double seconds) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        sum += value * seconds;
        weight += seconds;
        count++;
    }

    void add(Aggregate part, double seconds) {
        minimum = Math.min(minimum, part.minimum());
        maximum = Math.max(maximum, part.maximum());
        sum += part.average() * seconds;
        weight += seconds;
        count += part.count();
    }

    int count() {
        return count;
    }

    Aggregate aggregate() {
        return minimum == maximum
                ? Aggregate.of(minimum, count)
                : new Aggregate(minimum, sum / weight, maximum, count);
    }
}
