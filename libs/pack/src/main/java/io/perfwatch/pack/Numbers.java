package io.perfwatch.pack;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A member of a payload: one number for all samples, or a list with one for each, in one of three
 * forms.
 *
 * <pre>
 * 0.1,,0.12      decimals; empty: absent
 * 0.01:10,,2     a unit, the first one in units, and how many units more each next one is
 * 1000+38,0,1    a step, the first one, and how much more than a step further each next one is;
 *                zeros at the end may be left out
 * </pre>
 */
public final class Numbers {
    /** Characters of a number whose digits a double holds exactly. */
    private static final int LONGEST = 15;

    /** Every whole number below is a double. */
    private static final long EXACT_WHOLE = 1L << 53;

    /** Of these every one is a double. */
    private static final double[] POWERS =
            DoubleStream.iterate(1, power -> power * 10).limit(Scaled.MOST_DIGITS + 1L).toArray();

    private Numbers() {}

    /**
     * @return one for each, NaN where absent
     * @throws IllegalArgumentException if the text holds another number of them
     */
    public static double[] read(String text, int size) {
        if (isSteps(text)) {
            return Arrays.stream(steps(text, size)).asDoubleStream().toArray();
        }
        int colon = text.indexOf(':');
        if (colon >= 0) {
            return differences(text, colon, size);
        }
        double[] numbers = new double[size];
        int comma = text.indexOf(',');
        if (comma < 0) {
            Arrays.fill(numbers, number(text, 0, text.length()));
            return numbers;
        }
        int begin = 0;
        for (int i = 0; i < size; i++) {
            int end = comma < 0 ? text.length() : comma;
            if (begin > text.length() || (i == size - 1 && comma >= 0)) {
                throw notSoMany(size);
            }
            numbers[i] = number(text, begin, end);
            begin = end + 1;
            comma = text.indexOf(',', begin);
        }
        return numbers;
    }

    /** How many a list holds that leaves out none; an empty one none. */
    public static int count(String list) {
        return list.isEmpty() ? 0 : (int) list.chars().filter(c -> c == ',').count() + 1;
    }

    private static IllegalArgumentException notSoMany(int size) {
        return new IllegalArgumentException("not " + size + " numbers");
    }

    private static double[] differences(String text, int colon, int size) {
        Scaled unit = new Scaled();
        if (!unit.read(text.substring(0, colon))) {
            throw new NumberFormatException(text.substring(0, colon));
        }
        double[] numbers = new double[size];
        long units = 0;
        int at = colon + 1;
        for (int i = 0; i < size; i++) {
            int begin = at;
            boolean negative = at < text.length() && text.charAt(at) == '-';
            at += negative ? 1 : 0;
            long difference = 0;
            while (at < text.length() && text.charAt(at) != ',') {
                difference = difference * 10 + digit(text, at, at - begin);
                at++;
            }
            if (i == size - 1 ? at < text.length() : at >= text.length()) {
                throw notSoMany(size);
            }
            units += negative ? -difference : difference;
            numbers[i] = begin == at ? Double.NaN : times(units, unit);
            at++;
        }
        return numbers;
    }

    private static int digit(String text, int at, int place) {
        int digit = text.charAt(at) - '0';
        if (digit < 0 || digit > 9 || place > Scaled.MOST_DIGITS + 1) {
            throw new NumberFormatException(text);
        }
        return digit;
    }

    /** The double that is nearest: up to 53 bits, and their power of ten, are exact. */
    private static double times(long units, Scaled unit) {
        long high = Math.multiplyHigh(units, unit.unscaled);
        long product = units * unit.unscaled;
        return high == product >> 63 && Math.abs(product) < EXACT_WHOLE
                ? product / POWERS[unit.scale]
                : BigDecimal.valueOf(unit.unscaled, unit.scale)
                        .multiply(BigDecimal.valueOf(units))
                        .doubleValue();
    }

    private static long whole(String text, int begin, int end) {
        return Long.parseLong(text, begin, end, 10);
    }

    /** A plus that is no exponent's. */
    private static boolean isSteps(String text) {
        int plus = text.indexOf('+');
        return plus > 0 && Character.isDigit(text.charAt(plus - 1));
    }

    /**
     * Whole numbers, none of them absent.
     *
     * @throws IllegalArgumentException if the text holds more of them, or something else
     */
    static long[] wholes(String text, int size) {
        if (isSteps(text)) {
            return steps(text, size);
        }
        String[] listed = text.isEmpty() ? new String[0] : text.split(",", -1);
        if (listed.length != size) {
            throw notSoMany(size);
        }
        return Arrays.stream(listed).mapToLong(Long::parseLong).toArray();
    }

    private static long[] steps(String text, int size) {
        int plus = text.indexOf('+');
        long step = whole(text, 0, plus);
        String[] listed = text.substring(plus + 1).split(",", -1);
        if (listed.length > size) {
            throw notSoMany(size);
        }
        long[] numbers = new long[size];
        for (int i = 0; i < size; i++) {
            long more = i < listed.length ? Long.parseLong(listed[i]) : 0;
            numbers[i] = i == 0 ? more : numbers[i - 1] + step + more;
        }
        return numbers;
    }

    /**
     * Up to fifteen digits and their power of ten are exact as doubles, and so their quotient is
     * the nearest double, as {@link Double#parseDouble} has it, at a tenth of its cost.
     */
    private static double number(String text, int begin, int end) {
        if (begin == end) {
            return Double.NaN;
        }
        boolean negative = text.charAt(begin) == '-';
        long digits = 0;
        int decimals = -1;
        for (int i = negative ? begin + 1 : begin; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && end - begin <= LONGEST) {
                digits = digits * 10 + (c - '0');
                decimals += decimals < 0 ? 0 : 1;
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Double.parseDouble(text.substring(begin, end));
            }
        }
        double number = decimals <= 0 ? digits : digits / POWERS[decimals];
        return negative ? -number : number;
    }
}
