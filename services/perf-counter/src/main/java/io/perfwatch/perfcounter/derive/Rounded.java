package io.perfwatch.perfcounter.derive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Values cut to what the source knows: each digit is stored for years. */
final class Rounded {
    private static final MathContext FIVE = new MathContext(5, RoundingMode.HALF_EVEN);

    private Rounded() {}

    /** To a tenth, from which the count of a second can be had back; above a million, whole. */
    static double rate(double perSecond) {
        return perSecond < 1e6 ? Math.round(perSecond * 10) / 10.0 : Math.rint(perSecond);
    }

    /** To four decimals: perf prints a hundredth of a percent. */
    static double ratio(double ratio) {
        return Math.round(ratio * 1e4) / 1e4;
    }

    /** A clock or an interval, to a tenth of a millisecond. */
    static double seconds(double seconds) {
        return Math.round(seconds * 1e4) / 1e4;
    }

    /** To five digits. */
    static double derived(double value) {
        return new BigDecimal(value).round(FIVE).doubleValue();
    }
}
