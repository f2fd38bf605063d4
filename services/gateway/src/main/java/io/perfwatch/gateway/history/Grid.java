package io.perfwatch.gateway.history;

import io.perfwatch.gateway.web.TimeRange;
import java.util.stream.LongStream;

/**
 * Where values go in time: each sample to its own time, or to the span that it is in.
 *
 * @param width of a span in milliseconds; 0 for none
 */
record Grid(long width) {
    /** Samples come each second; a span of one second would hold none or two of them at times. */
    private static final long SAMPLE = 1000;

    private static final long DAY = 86_400_000;

    private static final long[] WIDTHS =
            LongStream.of(
                            2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600,
                            43_200, 86_400)
                    .map(seconds -> seconds * SAMPLE)
                    .toArray();

    /**
     * The narrowest of which a series has at most {@code points}, in which whole values of a tier
     * fit.
     */
    static Grid of(TimeRange range, int points, Tier tier) {
        long millis = range.length().toMillis();
        if (tier == Tier.RAW && millis <= points * SAMPLE) {
            return new Grid(0);
        }
        for (long width : WIDTHS) {
            if (millis / width + 2 <= points && width >= tier.span()) {
                return new Grid(width);
            }
        }
        return new Grid(Math.ceilDiv(millis, Math.max(1, points - 1) * DAY) * DAY);
    }

    boolean hasSpans() {
        return width > 0;
    }

    /** Spans begin at multiples of their width, so the same in every answer. */
    long place(long millis) {
        return hasSpans() ? Math.floorDiv(millis, width) * width : millis;
    }
}
