package io.perfwatch.pack;

import java.util.UUID;

/**
 * One minute of a row of {@code pack_minute}, or one hour of a row of {@code pack_hour}.
 *
 * @param millis from the row's start to its own
 * @param run of its newest sample
 * @param sequence of its newest sample in that run
 * @param samples that it sums up, at least 1
 * @param seconds that they cover, at most its length; a value weighs as much as it covers
 */
public record Span(int millis, UUID run, long sequence, int samples, double seconds) {}
