package io.perfwatch.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text in UTF-8 that grows. */
final class Bytes {
    private byte[] array;
    private int length;

    Bytes(int capacity) {
        array = new byte[capacity];
    }

    int length() {
        return length;
    }

    void cut(int newLength) {
        length = newLength;
    }

    Bytes append(char ascii) {
        reserve(1);
        array[length++] = (byte) ascii;
        return this;
    }

    Bytes append(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, array, length, end - start);
        length += end - start;
        return this;
    }

    Bytes append(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return append(encoded, 0, encoded.length);
    }

    /** Not the smallest of all, which has no opposite. */
    Bytes append(long number) {
        if (number < 0) {
            append('-');
        }
        return appendDigits(Math.abs(number), 1);
    }

    /** Of which so many digits are decimals; zeros at the end of these are left out. */
    Bytes appendDecimal(long unscaled, int scale) {
        long digits = Math.abs(unscaled);
        int decimals = scale;
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
        if (unscaled < 0) {
            append('-');
        }
        if (decimals == 0) {
            return appendDigits(digits, 1);
        }
        long one = Scaled.power(decimals);
        return appendDigits(digits / one, 1).append('.').appendDigits(digits % one, decimals);
    }

    /** What {@link #appendDecimal} would append. */
    static int lengthOfDecimal(long unscaled, int scale) {
        long number = Math.abs(unscaled);
        int decimals = scale;
        while (decimals > 0 && number % 10 == 0) {
            number /= 10;
            decimals--;
        }
        int sign = unscaled < 0 ? 1 : 0;
        return decimals == 0
                ? sign + digits(number)
                : sign + 1 + Math.max(digits(number), decimals + 1);
    }

    /** With zeros before it if it has fewer digits. */
    private Bytes appendDigits(long number, int least) {
        int digits = Math.max(least, digits(number));
        reserve(digits);
        length += digits;
        long rest = number;
        for (int i = 1; i <= digits; i++) {
            array[length - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /** Of a number that is not negative. */
    private static int digits(long number) {
        int digits = 1;
        for (long limit = 10; digits < Scaled.MOST_DIGITS && number >= limit; limit *= 10) {
            digits++;
        }
        return number < Scaled.power(Scaled.MOST_DIGITS) ? digits : digits + 1;
    }

    private void reserve(int more) {
        if (length + more > array.length) {
            grow(Math.max(length + more, array.length + array.length / 2));
        }
    }

    private void grow(int capacity) {
        array = Arrays.copyOf(array, capacity);
    }

    String substring(int start, int end) {
        return new String(array, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return substring(0, length);
    }
}
