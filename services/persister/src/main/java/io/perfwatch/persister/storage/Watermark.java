package io.perfwatch.persister.storage;

import java.time.Instant;

/**
 * How far a partition is stored.
 *
 * @param nextOffset everything before it is
 * @param append everything that the broker took before is stored
 */
public record Watermark(String topic, int partition, long nextOffset, Instant append) {}
