package io.perfwatch.pack;

import org.jspecify.annotations.Nullable;

/**
 * The decimals of one metric as they are written: one a sample, commas between them, nothing where
 * one is absent. As long as all are the same it holds only the one.
 */
final class Column {
    private static final int FEW = 16;

    /** An expectation may be wrong by as much, and no more room is wasted. */
    private static final int MOST_AHEAD = 8;

    final String path;
    private final Bytes text;
    private boolean constant = true;
    private int size;
    private int @Nullable [] starts;

    Column(String path) {
        this(path, new Bytes(FEW));
    }

    private Column(String path, Bytes text) {
        this.path = path;
        this.text = text;
    }

    /** The same decimal in each of {@code size} samples. */
    static Column constant(String path, String decimal, int size) {
        Column column = new Column(path, Bytes.of(decimal));
        column.size = size;
        return column;
    }

    /**
     * @param joined one decimal a sample, commas between them
     * @throws IllegalArgumentException if there are not {@code size}
     */
    static Column series(String path, String joined, int size) {
        Column column = new Column(path, Bytes.of(joined));
        column.constant = false;
        column.size = size;
        column.starts();
        return column;
    }

    int capacity() {
        return text.capacity();
    }

    /**
     * @param sample the newest or one behind it; a second value of one sample takes the place of
     *     the first
     * @param expected how many samples there will probably be
     */
    void put(int sample, byte[] from, int start, int end, int expected) {
        starts = null;
        if (sample < size) {
            removeLast();
        }
        if (sample > size) {
            leaveOut(sample);
        }
        if (constant && size > 0 && !text.equals(0, text.length(), from, start, end)) {
            spread();
        }
        if (!constant || size == 0) {
            reserve(1 + end - start, expected);
            separate();
            text.append(from, start, end);
        }
        size++;
    }

    /**
     * For all that is expected at once: what grows little by little leaves its old arrays behind.
     */
    private void reserve(int more, int expected) {
        int needed = text.length() + more;
        if (needed > text.capacity()) {
            long samples = Math.clamp((long) expected, size + 1L, (size + 1L) * MOST_AHEAD);
            text.grow(Math.toIntExact(needed * samples / (size + 1) + needed / 16));
        }
    }

    private void separate() {
        if (size > 0) {
            text.append(',');
        }
    }

    private void leaveOut(int until) {
        if (constant) {
            spread();
        }
        for (; size < until; size++) {
            separate();
        }
    }

    private void spread() {
        constant = false;
        int length = text.length();
        for (int i = 1; i < size; i++) {
            text.append(',').append(text, 0, length);
        }
    }

    private void removeLast() {
        size--;
        if (size == 0) {
            text.cut(0);
            constant = true;
        } else if (!constant) {
            int end = text.length() - 1;
            while (text.at(end) != ',') {
                end--;
            }
            text.cut(end);
        }
    }

    /** A sample's decimal, null where it is absent. */
    @Nullable String get(int sample) {
        return has(sample) ? text.substring(start(sample), end(sample)) : null;
    }

    boolean has(int sample) {
        return sample < size && start(sample) < end(sample);
    }

    /** Adds a decimal of another, which {@link #has} it. */
    void put(int sample, Column other, int otherSample, int expected) {
        put(sample, other.text.array(), other.start(otherSample), other.end(otherSample), expected);
    }

    private int start(int sample) {
        return constant ? 0 : starts()[sample];
    }

    private int end(int sample) {
        return constant || sample == size - 1 ? text.length() : starts()[sample + 1] - 1;
    }

    /** Where each sample's decimal begins. */
    private int[] starts() {
        if (starts == null) {
            int[] found = new int[size];
            int next = 0;
            for (int i = 1; i < size; i++) {
                next = text.indexOf(',', next) + 1;
                if (next == 0) {
                    throw new IllegalArgumentException(path + " has too few values");
                }
                found[i] = next;
            }
            if (size > 0 && text.indexOf(',', next) >= 0) {
                throw new IllegalArgumentException(path + " has too many values");
            }
            starts = found;
        }
        return starts;
    }

    /** The one decimal that each of so many samples has, null if there is none. */
    @Nullable String constant(int samples) {
        return size == samples && isSame() ? text.substring(0, end(0)) : null;
    }

    private boolean isSame() {
        if (constant) {
            return size > 0;
        }
        for (int i = 1; i < size; i++) {
            if (!text.equals(0, end(0), start(i), end(i))) {
                return false;
            }
        }
        return end(0) > 0;
    }

    /** All of it, in that order. */
    void write(Bytes out, Order order) {
        if (!constant && order.isNatural()) {
            out.append(text, 0, text.length());
            for (int i = Math.max(size, 1); i < order.size(); i++) {
                out.append(',');
            }
            return;
        }
        for (int i = 0; i < order.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            int sample = order.at(i);
            if (sample < size) {
                out.append(text, start(sample), end(sample));
            }
        }
    }
}
