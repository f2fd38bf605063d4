package io.perfwatch.pack;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a pack writes them: a constant and a series of the same value look the same. */
final class Decimals {
    /** Every whole number below is a double. */
    private static final double EXACT_WHOLE = 1L << 53;

    private Decimals() {}

    /**
     * Without an exponent and without a negative zero, as PostgreSQL writes it too; the digits stay
     * as they came.
     */
    static String plain(String decimal) {
        String text = hasExponent(decimal) ? new BigDecimal(decimal).toPlainString() : decimal;
        return text.startsWith("-") && isZero(text) ? text.substring(1) : text;
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

    private static boolean isZero(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '0' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
