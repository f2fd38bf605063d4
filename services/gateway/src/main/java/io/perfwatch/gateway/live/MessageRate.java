package io.perfwatch.gateway.live;

/** Counts what one client says, minute by minute. */
final class MessageRate {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final int most;
    private long minute = System.nanoTime();
    private int count;

    MessageRate(int mostPerMinute) {
        most = mostPerMinute;
    }

    /** Counts one message. */
    boolean isWithin() {
        long now = System.nanoTime();
        if (now - minute >= MINUTE_NANOS) {
            minute = now;
            count = 0;
        }
        return ++count <= most;
    }
}
