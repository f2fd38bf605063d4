package io.perfwatch.pack;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A member of a payload: one number for all, or one for each, comma-separated, empty where absent.
 */
public final class Numbers {
    /** Characters of a number whose digits a double holds exactly. */
    private static final int LONGEST = 15;

    private static final double[] POWERS =
            DoubleStream.iterate(1, power -> power * 10).limit(LONGEST + 1).toArray();

    private Numbers() {}

    /**
     * @return one for each, NaN where absent
     * @throws IllegalArgumentException if the text holds another number of them
     */
    public static double[] read(String text, int size) {
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
                throw new IllegalArgumentException("not " + size + " numbers");
            }
            numbers[i] = number(text, begin, end);
            begin = end + 1;
            comma = text.indexOf(',', begin);
        }
        return numbers;
    }

    /** How many a list holds; an empty one none. */
    public static int count(String list) {
        return list.isEmpty() ? 0 : (int) list.chars().filter(c -> c == ',').count() + 1;
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
