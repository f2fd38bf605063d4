package io.perfwatch.sampling;

/**
 * Where the events of a probe are. At any instant {@code sampled = published + buffered + dropped}.
 *
 * @param sampled handed to the publisher since the start
 * @param published acknowledged by the broker
 * @param buffered on the way or waiting for the broker
 * @param dropped because the bound was reached, or refused for its size
 * @param bufferedBytes of those that wait, compressed
 */
public record PublisherCounts(
        long sampled, long published, long buffered, long dropped, long bufferedBytes) {}
