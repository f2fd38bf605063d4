package io.perfwatch.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a pack writes them: a constant and a series of the same value look the same. */
final class Decimals {
    /** Every whole number below is a double. */
    private static final double EXACT_WHOLE = 1L << 53;

    private Decimals() {}

    /**
     * The same number without an exponent, a negative zero or zeros at the end of a fraction. All
     * other digits stay as they came.
     */
    static String plain(String decimal) {
        String text = hasExponent(decimal) ? new BigDecimal(decimal).toPlainString() : decimal;
        String shortest = text.indexOf('.') < 0 ? text : withoutLastZeros(text);
        return shortest.equals("-0") ? "0" : shortest;
    }

    private static String withoutLastZeros(String text) {
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** {@link #plain(String)} of ASCII, {@code end} exclusive. */
    static byte[] plain(byte[] decimal, int start, int end) {
        return plain(new String(decimal, start, end - start, US_ASCII)).getBytes(US_ASCII);
    }

    static String plain(Scaled number) {
        return plain(number.unscaled, number.scale);
    }

    /** A whole number of which so many digits are decimals. */
    static String plain(long unscaled, int scale) {
        Bytes text = new Bytes(24);
        text.appendDecimal(unscaled, scale);
        return text.toString();
    }

    /** The shortest decimal that is this number, without an exponent. */
    static String plain(double number) {
        long whole = (long) number;
        return whole == number && Math.abs(number) < EXACT_WHOLE
                ? Long.toString(whole)
                : plain(Double.toString(number));
    }

    /** To that many significant digits. */
    static double round(double number, int digits) {
        return new BigDecimal(number).round(new MathContext(digits)).doubleValue();
    }

    private static boolean hasExponent(String decimal) {
        return decimal.indexOf('e') >= 0 || decimal.indexOf('E') >= 0;
    }
}
