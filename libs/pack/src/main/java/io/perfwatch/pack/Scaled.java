package io.perfwatch.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A decimal as a whole number and how many of its digits are decimals: 0.12 is 12 at scale 2.
 * Changed by each that is read, so that none costs an object.
 */
final class Scaled {
    /** As many digits as a long surely holds. */
    static final int MOST_DIGITS = 18;

    /** Ten to the power of the index. */
    private static final long[] POWERS = new long[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    long unscaled;
    int scale;

    /**
     * {@code end} exclusive.
     *
     * @param decimal of JSON, in ASCII
     * @return false if it has too many digits; what was read before is lost then
     */
    boolean read(byte[] decimal, int start, int end) {
        boolean negative = decimal[start] == '-';
        int first = negative ? start + 1 : start;
        int point = end;
        long digits = 0;
        for (int i = first; i < end; i++) {
            byte c = decimal[i];
            if (c == '.') {
                point = i;
            } else if (c > '9') {
                byte[] plain = Decimals.plain(decimal, start, end);
                return read(plain, 0, plain.length);
            } else if (i - first > MOST_DIGITS) {
                return false;
            } else {
                digits = digits * 10 + (c - '0');
            }
        }
        int decimals = point == end ? 0 : end - point - 1;
        if (decimals + (point - first) > MOST_DIGITS) {
            return false;
        }
        set(negative ? -digits : digits, decimals);
        return true;
    }

    boolean read(String decimal) {
        byte[] ascii = decimal.getBytes(US_ASCII);
        return read(ascii, 0, ascii.length);
    }

    /** Without zeros at the end of a fraction. */
    void set(long newUnscaled, int newScale) {
        unscaled = newUnscaled;
        scale = newScale;
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
    }

    /** Whether it has no more than {@link #MOST_DIGITS} with so many zeros behind it. */
    static boolean fits(long unscaled, int zeros) {
        return Math.abs(unscaled) < POWERS[MOST_DIGITS - zeros];
    }

    /** Ten to the power of that, {@link #MOST_DIGITS} at most. */
    static long power(int exponent) {
        return POWERS[exponent];
    }
}
