package io.perfwatch.persister;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the persister.
 *
 * @param rawRetention how long samples are kept as they came, at least 1 h, default 48 h; an event
 *     that is older when it comes is counted and dropped
 * @param minuteRetention how long averages of minutes are kept, at least 1 h, default 30 days
 * @param hourRetention how long averages of hours are kept, at least 1 h, default 730 days
 * @param grace how long after its end a minute waits for stragglers, 0..10 s, default 4 s
 * @param tolerance how far ahead of the broker's clock a host's may be, 1 s..1 h, default 1 min
 * @param buffer about how much memory what is not stored yet may take, default 30 % of the heap;
 *     beyond three quarters of it the oldest minutes are stored early, beyond it nothing is read
 * @param batch most packs a statement, 1..10,000, default 500; an eighth of the buffer at most
 * @param threads that read and store, each some of the partitions, 1..64, default 1; a second one
 *     reads while the first one waits for the database
 * @param interval how often what is over is rolled up, partitions are made and dropped, and looked
 *     at for whether nobody sends to them, 100 ms..1 min, default 10 s
 */
@Validated
@ConfigurationProperties("perfwatch.persister")
public record PersisterProperties(
        @DefaultValue("48h") @DurationMin(hours = 1) Duration rawRetention,
        @DefaultValue("30d") @DurationMin(hours = 1) Duration minuteRetention,
        @DefaultValue("730d") @DurationMin(hours = 1) Duration hourRetention,
        @DefaultValue("4s") @DurationMin @DurationMax(seconds = 10) Duration grace,
        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration tolerance,
        @Nullable DataSize buffer,
        @DefaultValue("500") @Min(1) @Max(10_000) int batch,
        @DefaultValue("1") @Min(1) @Max(64) int threads,
        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration interval) {

    /** What one thread may take. */
    public long bufferBytes() {
        long all = buffer == null ? Runtime.getRuntime().maxMemory() / 10 * 3 : buffer.toBytes();
        return all / threads;
    }
}
