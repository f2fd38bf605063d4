package io.perfwatch.pack;

import java.math.BigDecimal;

/** Numbers as a pack writes them: a constant and a series of the same value look the same. */
final class Decimals {
    private Decimals() {}

    /**
     * Without an exponent and without a negative zero, as PostgreSQL writes it too; the digits stay
     * as they came.
     */
    static String plain(String decimal) {
        String text = hasExponent(decimal) ? new BigDecimal(decimal).toPlainString() : decimal;
        return text.startsWith("-") && isZero(text) ? text.substring(1) : text;
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
