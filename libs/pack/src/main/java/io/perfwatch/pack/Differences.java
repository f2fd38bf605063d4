package io.perfwatch.pack;

import java.util.Arrays;

/**
 * Whole numbers of at most 18 digits, each kept as the difference from the one before, in one byte
 * if that is small. Those at the end that are the same take none. Some may be absent.
 */
final class Differences {
    /** Stands for none. */
    static final long ABSENT = Long.MIN_VALUE;

    private static final byte[] NONE = {};

    /** An expectation may be wrong by as much, and no more room is wasted. */
    private static final int MOST_AHEAD = 8;

    /** Bytes of seven bits, the lowest first, all but the last of a number negative. */
    private byte[] bytes = NONE;

    private int length;
    private int size;

    /** How many of them are the last one again and have no byte yet. */
    private int repeated;

    /** Of those that are not absent. */
    private long last;

    int size() {
        return size;
    }

    /** How much memory they take. */
    int capacity() {
        return bytes.length;
    }

    /**
     * @param expected how many there will probably be
     */
    void add(long value, int expected) {
        if (value == ABSENT) {
            spread(expected);
            append(0, expected);
        } else if (value == last && size > 0) {
            repeated++;
        } else {
            spread(expected);
            append(code(value - last), expected);
            last = value;
        }
        size++;
    }

    void clear() {
        length = 0;
        size = 0;
        repeated = 0;
        last = 0;
    }

    /** Not twice in a row. */
    void removeLast() {
        size--;
        if (repeated > 0) {
            repeated--;
            return;
        }
        int begin = length - 1;
        while (begin > 0 && bytes[begin - 1] < 0) {
            begin--;
        }
        long code = code(begin);
        if (code != 0) {
            last -= difference(code);
        }
        length = begin;
    }

    /** All of them, from the first element on. */
    void read(long[] values) {
        long value = 0;
        int at = 0;
        int known = size - repeated;
        for (int i = 0; i < known; i++) {
            long code = 0;
            int shift = 0;
            while (bytes[at] < 0) {
                code |= (long) (bytes[at++] & 0x7f) << shift;
                shift += 7;
            }
            code |= (long) bytes[at++] << shift;
            if (code == 0) {
                values[i] = ABSENT;
            } else {
                value += difference(code);
                values[i] = value;
            }
        }
        Arrays.fill(values, known, size, value);
    }

    private void spread(int expected) {
        for (; repeated > 0; repeated--) {
            append(1, expected);
        }
    }

    /** 0 is absent, 1 no difference, then 1, -1, 2 and so on. */
    private static long code(long difference) {
        return ((difference << 1) ^ (difference >> 63)) + 1;
    }

    private static long difference(long code) {
        long zigzag = code - 1;
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private long code(int begin) {
        long code = 0;
        for (int i = begin, shift = 0; i < length; i++, shift += 7) {
            code |= (long) (bytes[i] & 0x7f) << shift;
        }
        return code;
    }

    private void append(long code, int expected) {
        reserve(10, expected);
        long rest = code;
        while (rest > 0x7f) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** For all that is expected at once: what grows little by little leaves old arrays behind. */
    private void reserve(int more, int expected) {
        if (length + more > bytes.length) {
            long all = Math.clamp((long) expected, size + 1L, (size + 1L) * MOST_AHEAD);
            long room = size == 0 ? 0 : length * all / size + length / 16;
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(room, length) + more));
        }
    }
}
