package io.perfwatch.sampler;

import io.perfwatch.sampling.HostDescription;
import io.perfwatch.sampling.InventoryPublisher;
import io.perfwatch.sampling.MonotonicClock;
import io.perfwatch.sampling.Tick;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks each minute, and when something becomes unavailable, what the host is. */
final class Inventory implements Consumer<Tick> {
    private static final long LOOK_NANOS = Duration.ofMinutes(1).toNanos();

    private final HostDescription description;
    private final InventoryPublisher publisher;
    private @Nullable Map<String, String> unavailable;
    private long lookedNanos;

    Inventory(HostDescription description, InventoryPublisher publisher) {
        this.description = description;
        this.publisher = publisher;
    }

    @Override
    public void accept(Tick tick) {
        long now = MonotonicClock.SYSTEM.nanoTime();
        boolean changed = !tick.unavailableNow().equals(unavailable);
        if (changed || now - lookedNanos >= LOOK_NANOS) {
            unavailable = tick.unavailableNow();
            lookedNanos = now;
            publisher.offer(description.read(tick.unavailableNow()), now, tick.time());
        }
    }
}
