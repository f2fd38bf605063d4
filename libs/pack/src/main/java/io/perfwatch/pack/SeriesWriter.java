package io.perfwatch.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Writes what each sample of a pack has, in the order of time: one number if all have the same,
 * else the shorter of a list of decimals and one of differences. {@link Numbers} reads both.
 */
final class SeriesWriter {
    private static final int SECOND_OF_MILLIS = 1000;

    private final Bytes out;
    private final Order order;
    private final int size;
    private final long[] unordered;
    private final long[] values;

    SeriesWriter(Bytes out, Order order) {
        this.out = out;
        this.order = order;
        this.size = order.size();
        this.unordered = new long[size];
        this.values = new long[size];
    }

    void metric(Column column) {
        Column narrow = column.isWide() ? column.narrow() : column;
        if (narrow == null) {
            wide(column);
            return;
        }
        int scale = narrow.read(unordered, size);
        for (int i = 0; i < size; i++) {
            values[i] = unordered[order.at(i)];
        }
        if (isConstant()) {
            out.appendDecimal(values[0], scale);
        } else {
            out.append('"');
            list(scale);
            out.append('"');
        }
    }

    private boolean isConstant() {
        for (int i = 0; i < size; i++) {
            if (values[i] != values[0] || values[i] == Differences.ABSENT) {
                return false;
            }
        }
        return true;
    }

    private void list(int scale) {
        int begin = out.length();
        differences(unit(), scale);
        if (lengthOfDecimals(scale) <= out.length() - begin) {
            out.cut(begin);
            decimals(scale);
        }
    }

    /** The largest of which all are multiples. */
    private long unit() {
        long unit = 0;
        for (int i = 0; i < size && unit != 1; i++) {
            if (values[i] != Differences.ABSENT) {
                unit = greatestCommonDivisor(unit, Math.abs(values[i]));
            }
        }
        return Math.max(1, unit);
    }

    private static long greatestCommonDivisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** The unit, a colon, the first one in units, and how many more each next one is. */
    private void differences(long unit, int scale) {
        out.appendDecimal(unit, scale).append(':');
        long before = 0;
        for (int i = 0; i < size; i++) {
            separate(i);
            if (values[i] != Differences.ABSENT) {
                long units = unit == 1 ? values[i] : values[i] / unit;
                out.append(units - before);
                before = units;
            }
        }
    }

    private void decimals(int scale) {
        for (int i = 0; i < size; i++) {
            separate(i);
            if (values[i] != Differences.ABSENT) {
                out.appendDecimal(values[i], scale);
            }
        }
    }

    private int lengthOfDecimals(int scale) {
        int length = size - 1;
        for (int i = 0; i < size; i++) {
            if (values[i] != Differences.ABSENT) {
                length += Bytes.lengthOfDecimal(values[i], scale);
            }
        }
        return length;
    }

    private void wide(Column column) {
        List<String> decimals = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            decimals.add(Objects.requireNonNullElse(column.get(order.at(i)), ""));
        }
        String first = decimals.getFirst();
        if (!first.isEmpty() && decimals.stream().allMatch(first::equals)) {
            out.append(first);
        } else {
            out.append('"').append(String.join(",", decimals)).append('"');
        }
    }

    private void separate(int index) {
        if (index > 0) {
            out.append(',');
        }
    }

    /** Milliseconds of each sample, all of them listed: they tell how many there are. */
    void times(SampleSet samples) {
        for (int i = 0; i < size; i++) {
            values[i] = samples.millis(order.at(i));
        }
        steps(usualStep(), size);
    }

    /** To a hundredth of a second, as a host's clock is never quite on time. */
    private long usualStep() {
        if (size < 2) {
            return SECOND_OF_MILLIS;
        }
        long[] steps = new long[size - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = values[i + 1] - values[i];
        }
        Arrays.sort(steps);
        return Math.round(steps[steps.length / 2] / 10.0) * 10;
    }

    /** Mostly one more than the one before: the last ones that are so need not be listed. */
    void sequences(SampleSet samples) {
        for (int i = 0; i < size; i++) {
            values[i] = samples.sequence(order.at(i));
        }
        int listed = size;
        while (listed > 1 && values[listed - 1] == values[listed - 2] + 1) {
            listed--;
        }
        steps(1, listed);
    }

    /** The step, a plus, the first one, and how much more than the step each next one grew. */
    private void steps(long step, int listed) {
        int begin = out.length();
        out.append('"').append(step).append('+');
        for (int i = 0; i < listed; i++) {
            separate(i);
            out.append(i == 0 ? values[0] : values[i] - values[i - 1] - step);
        }
        if (size == 0 || lengthOfDecimals(0) <= out.length() - begin - 1) {
            out.cut(begin + 1);
            decimals(0);
        }
        out.append('"');
    }
}
