package io.perfwatch.metric;

/** How large an event may be. Probes stay below, consumers refuse what is above. */
public final class EventBounds {
    public static final int MAX_BYTES = 512 * 1024;

    /** Objects and arrays inside each other, the event itself being the first. */
    public static final int MAX_DEPTH = 8;

    /** Numbers, booleans and strings below the families. */
    public static final int MAX_LEAVES = 25_000;

    private EventBounds() {}
}
