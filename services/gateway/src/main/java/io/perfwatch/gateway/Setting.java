package io.perfwatch.gateway;

import java.time.Duration;
import java.util.List;

/**
 * A setting and what it may be; a bad one ends the start. Bean Validation would do as well, with a
 * twentieth of the gateway's classes for it.
 *
 * @param name as in a configuration file, below {@code perfwatch.gateway}
 */
record Setting(String name) {
    /**
     * @throws IllegalArgumentException if it is not
     */
    void isWithin(long least, long most, long value) {
        check(value >= least && value <= most, least + " to " + most, value);
    }

    /**
     * @throws IllegalArgumentException if it is shorter
     */
    void isAtLeast(Duration least, Duration value) {
        check(value.compareTo(least) >= 0, "at least " + text(least), text(value));
    }

    /**
     * @throws IllegalArgumentException if it is not
     */
    void isWithin(Duration least, Duration most, Duration value) {
        check(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                text(least) + " to " + text(most),
                text(value));
    }

    /**
     * @throws IllegalArgumentException if there is nothing in it
     */
    void isThere(String value) {
        check(!value.isBlank(), "given", "blank");
    }

    /**
     * @throws IllegalArgumentException if there is nothing in one of them
     */
    void areThere(List<String> values) {
        values.forEach(this::isThere);
    }

    private void check(boolean isGood, String allowed, Object value) {
        if (!isGood) {
            throw new IllegalArgumentException(
                    "perfwatch.gateway." + name + " must be " + allowed + ", was " + value);
        }
    }

    private static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
