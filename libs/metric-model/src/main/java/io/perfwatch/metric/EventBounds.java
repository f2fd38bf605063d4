package io.perfwatch.metric;

import java.time.Instant;

/** How large an event may be. Probes stay below, consumers refuse what is above. */
public final class EventBounds {
    public static final int MAX_BYTES = 512 * 1024;

    /** Objects and arrays inside each other, the event itself being the first. */
    public static final int MAX_DEPTH = 8;

    /** Numbers, booleans and strings below the families. */
    public static final int MAX_LEAVES = 25_000;

    /**
     * Of the paths of all leaves and of all objects that they are in: a long name counts once for
     * each leaf below it. A probe's event has 20,000, one of 25,000 leaves about a million.
     */
    public static final int MAX_PATH_CHARACTERS = 2 << 20;

    /** No host's clock is before it. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** RFC 3339 has no later year than this one; exclusive. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private EventBounds() {}

    /**
     * @param name of the member that has it, for the message
     * @throws IllegalArgumentException if no clock can have shown it
     */
    static void check(String name, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new IllegalArgumentException(name + " must be of the years 1970 to 9999");
        }
    }
}
