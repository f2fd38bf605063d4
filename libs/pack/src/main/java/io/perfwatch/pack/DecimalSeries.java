package io.perfwatch.pack;

/** Reads a series, the comma-separated decimals of a pack, without making a string of each. */
final class DecimalSeries {
    /** As many digits as a long surely holds, and no more than are exact as a double. */
    private static final int MOST_DIGITS = 15;

    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** Takes the value of a sample that has one. */
    interface Sink {
        void accept(int sample, double value);
    }

    private DecimalSeries() {}

    static void read(String series, Sink sink) {
        int from = 0;
        for (int sample = 0; from <= series.length(); sample++) {
            int comma = series.indexOf(',', from);
            int to = comma < 0 ? series.length() : comma;
            if (to > from) {
                sink.accept(sample, parse(series, from, to));
            }
            from = to + 1;
        }
    }

    /** The same as {@link Double#parseDouble}: both parts of the division are exact. */
    private static double parse(String text, int from, int to) {
        boolean negative = text.charAt(from) == '-';
        long digits = 0;
        int point = to;
        int first = negative ? from + 1 : from;
        for (int i = first; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                point = i;
            } else if (c >= '0' && c <= '9' && i - first <= MOST_DIGITS) {
                digits = digits * 10 + (c - '0');
            } else {
                return Double.parseDouble(text.substring(from, to));
            }
        }
        int decimals = point == to ? 0 : to - point - 1;
        double value = decimals == 0 ? digits : digits / POWERS[decimals];
        return negative ? -value : value;
    }
}
