package io.perfwatch.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The decimals of one metric, one a sample or absent: whole numbers of one scale. A metric of which
 * one has more digits than a long holds keeps them as text.
 */
final class Column {
    final String path;
    private final Differences numbers = new Differences();
    private int scale;
    private @Nullable TextColumn wide;

    /** Known while one after the other is asked for. */
    private long @Nullable [] read;

    Column(String path) {
        this.path = path;
    }

    /** The same decimal in each of {@code samples}. */
    static Column constant(String path, String decimal, int samples) {
        Column column = new Column(path);
        Scaled number = new Scaled();
        boolean fits = number.read(decimal);
        for (int i = 0; i < samples; i++) {
            if (fits) {
                column.put(i, number, samples);
            } else {
                column.widen().set(i, decimal);
            }
        }
        return column;
    }

    /**
     * @param list one decimal a sample, as {@link SeriesWriter} writes them
     * @throws IllegalArgumentException if there are not {@code samples}
     */
    static Column series(String path, String list, int samples) {
        Column column = new Column(path);
        try {
            if (list.indexOf(':') < 0) {
                column.putDecimals(list.split(",", -1), samples);
            } else {
                column.putDifferences(list, samples);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(path + " has a number that is too large", e);
        }
        return column;
    }

    private void putDecimals(String[] decimals, int samples) {
        checkCount(decimals.length, samples);
        Scaled scratch = new Scaled();
        for (int i = 0; i < samples; i++) {
            if (!decimals[i].isEmpty()) {
                byte[] ascii = decimals[i].getBytes(US_ASCII);
                put(i, ascii, 0, ascii.length, scratch, samples);
            }
        }
    }

    private void putDifferences(String list, int samples) {
        int colon = list.indexOf(':');
        String[] differences = list.substring(colon + 1).split(",", -1);
        checkCount(differences.length, samples);
        Scaled unit = new Scaled();
        if (!unit.read(list.substring(0, colon))) {
            throw new ArithmeticException("the unit");
        }
        Scaled number = new Scaled();
        long units = 0;
        for (int i = 0; i < samples; i++) {
            if (!differences[i].isEmpty()) {
                units = Math.addExact(units, Long.parseLong(differences[i]));
                number.set(Math.multiplyExact(units, unit.unscaled), unit.scale);
                put(i, number, samples);
            }
        }
    }

    private void checkCount(int values, int samples) {
        if (values != samples) {
            throw new IllegalArgumentException(
                    "%s has too %s values".formatted(path, values < samples ? "few" : "many"));
        }
    }

    int capacity() {
        return numbers.capacity();
    }

    /**
     * @param sample the newest or one behind it; a second value of one sample takes the place of
     *     the first
     * @param decimal of JSON, in ASCII, from {@code start} to {@code end}, which is exclusive
     * @param scratch to read it with
     * @param expected how many samples there will probably be
     */
    void put(int sample, byte[] decimal, int start, int end, Scaled scratch, int expected) {
        if (wide == null && scratch.read(decimal, start, end)) {
            put(sample, scratch, expected);
        } else {
            widen().set(sample, new String(Decimals.plain(decimal, start, end), US_ASCII));
        }
    }

    /** Adds a decimal of another, which {@link #has} it. */
    void put(int sample, Column other, int otherSample, Scaled scratch, int expected) {
        if (wide == null && other.wide == null) {
            scratch.set(other.read()[otherSample], other.scale);
            put(sample, scratch, expected);
        } else {
            String decimal = other.get(otherSample);
            if (decimal != null) {
                widen().set(sample, decimal);
            }
        }
    }

    private void put(int sample, Scaled number, int expected) {
        read = null;
        if (sample < numbers.size()) {
            numbers.removeLast();
        }
        while (numbers.size() < sample) {
            numbers.add(Differences.ABSENT, expected);
        }
        if (number.scale > scale && !rescale(number.scale)) {
            widen().set(sample, Decimals.plain(number));
            return;
        }
        int missing = scale - number.scale;
        if (Scaled.fits(number.unscaled, missing)) {
            numbers.add(number.unscaled * Scaled.power(missing), expected);
        } else {
            widen().set(sample, Decimals.plain(number));
        }
    }

    /**
     * @return false if one has too many digits for that
     */
    private boolean rescale(int newScale) {
        long[] values = read();
        int size = numbers.size();
        int more = newScale - scale;
        for (int i = 0; i < size; i++) {
            if (values[i] != Differences.ABSENT && !Scaled.fits(values[i], more)) {
                return false;
            }
        }
        numbers.clear();
        for (int i = 0; i < size; i++) {
            boolean absent = values[i] == Differences.ABSENT;
            numbers.add(absent ? values[i] : values[i] * Scaled.power(more), size);
        }
        scale = newScale;
        read = null;
        return true;
    }

    private TextColumn widen() {
        if (wide == null) {
            TextColumn texts = new TextColumn();
            for (int i = 0; i < numbers.size(); i++) {
                if (read()[i] != Differences.ABSENT) {
                    texts.set(i, Decimals.plain(read()[i], scale));
                }
            }
            wide = texts;
            numbers.clear();
        }
        return wide;
    }

    /** A sample's decimal, null where it is absent. */
    @Nullable String get(int sample) {
        if (wide != null) {
            return wide.get(sample);
        }
        return has(sample) ? Decimals.plain(read()[sample], scale) : null;
    }

    boolean has(int sample) {
        return wide == null
                ? sample < numbers.size() && read()[sample] != Differences.ABSENT
                : wide.get(sample) != null;
    }

    private long[] read() {
        if (read == null) {
            read = new long[numbers.size()];
            numbers.read(read);
        }
        return read;
    }

    /** The same without text; null if that cannot be. */
    @Nullable Column narrow() {
        Column narrow = new Column(path);
        Scaled scratch = new Scaled();
        for (int i = 0; wide != null && i < wide.size(); i++) {
            String decimal = wide.get(i);
            if (decimal != null) {
                byte[] ascii = decimal.getBytes(US_ASCII);
                narrow.put(i, ascii, 0, ascii.length, scratch, wide.size());
            }
        }
        return narrow.isWide() ? null : narrow;
    }

    /** Whether some of it does not fit {@link #read(long[], int)}. */
    boolean isWide() {
        return wide != null;
    }

    /**
     * Each sample's number, {@link Differences#ABSENT} where it has none.
     *
     * @param values of all samples of the pack
     * @return how many digits of each are decimals
     */
    int read(long[] values, int samples) {
        numbers.read(values);
        Arrays.fill(values, numbers.size(), samples, Differences.ABSENT);
        return scale;
    }
}
