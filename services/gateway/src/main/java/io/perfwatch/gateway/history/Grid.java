package io.perfwatch.gateway.history;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Where values go in time: each sample to its own time, or to the span that it is in.
 *
 * @param from epoch milliseconds
 * @param to epoch milliseconds, exclusive
 * @param width of a span in milliseconds; 0 for none
 */
record Grid(long from, long to, long width) {
    /** Samples come each second; a span of one second would hold none or two of them at times. */
    private static final long SAMPLE = 1000;

    private static final long[] WIDTHS =
            LongStream.of(
                            2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600,
                            86_400)
                    .map(seconds -> Duration.ofSeconds(seconds).toMillis())
                    .toArray();

    static Grid of(Question question) {
        long from = question.from().toEpochMilli();
        long to = question.to().toEpochMilli();
        return new Grid(from, to, width(to - from, question.points()));
    }

    private static long width(long range, int points) {
        if (range <= points * SAMPLE) {
            return 0;
        }
        for (long width : WIDTHS) {
            if (range / width + 2 <= points) {
                return width;
            }
        }
        return Math.ceilDiv(range, Math.max(1, points - 1));
    }

    boolean hasSpans() {
        return width > 0;
    }

    /** Spans begin at multiples of their width, so the same in every answer. */
    long place(long millis) {
        return hasSpans() ? Math.floorDiv(millis, width) * width : millis;
    }
}
