package io.perfwatch.perfcounter;

import io.perfwatch.metric.CountersEvent;
import io.perfwatch.metric.Topic;
import io.perfwatch.perfcounter.child.CounterSink;
import io.perfwatch.perfcounter.child.Counting;
import io.perfwatch.perfcounter.derive.CounterReader;
import io.perfwatch.perfcounter.derive.Interval;
import io.perfwatch.perfcounter.plan.EventPlan;
import io.perfwatch.sampling.EventPublisher;
import io.perfwatch.sampling.HostFacts;
import io.perfwatch.sampling.InventoryPublisher;
import io.perfwatch.sampling.MonotonicClock;
import io.perfwatch.sampling.ProbeIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes events of what perf counted, and of why it did not. */
final class CounterPublisher implements CounterSink {
    private static final String FAMILY = "counters";
    private static final long LOOK_NANOS = Duration.ofMinutes(1).toNanos();

    private final ProbeIdentity identity;
    private final EventPublisher publisher;
    private final InventoryPublisher inventory;
    private final Function<Map<String, String>, HostFacts> facts;
    private final double unreliableBelow;
    private Counting counting = new Counting(new EventPlan(List.of(), false), true, Map.of());
    private CounterReader reader;
    private @Nullable Map<String, String> told;
    private long toldNanos;

    /**
     * @param facts what the inventory says, by what is unavailable
     */
    CounterPublisher(
            ProbeIdentity identity,
            EventPublisher publisher,
            Function<Map<String, String>, HostFacts> facts,
            double unreliableBelow) {
        this.identity = identity;
        this.publisher = publisher;
        this.inventory = new InventoryPublisher(identity, publisher);
        this.facts = facts;
        this.unreliableBelow = unreliableBelow;
        this.reader = new CounterReader(counting.plan(), unreliableBelow);
    }

    @Override
    public void counting(Counting now) {
        counting = now;
        reader = new CounterReader(now.plan(), unreliableBelow);
    }

    @Override
    public void counted(Instant time, Interval interval) {
        CounterReader.Result result = reader.read(interval);
        Map<String, String> unavailable = new LinkedHashMap<>(counting.unavailable());
        unavailable.putAll(result.unavailable());
        publisher.publish(
                Topic.COUNTERS,
                CountersEvent.of(
                        identity.next(Topic.COUNTERS, time), result.counters(), unavailable));
        tell(counting.unavailable(), time);
    }

    @Override
    public void missed(Instant time, String reason) {
        Map<String, String> unavailable = Map.of(FAMILY, reason);
        publisher.publish(
                Topic.COUNTERS,
                CountersEvent.of(identity.next(Topic.COUNTERS, time), null, unavailable));
        tell(unavailable, time);
    }

    /**
     * Each minute, and when something else is unavailable: to look at the host takes five files.
     */
    private void tell(Map<String, String> unavailable, Instant time) {
        long now = MonotonicClock.SYSTEM.nanoTime();
        if (!unavailable.equals(told) || now - toldNanos >= LOOK_NANOS) {
            told = unavailable;
            toldNanos = now;
            inventory.offer(facts.apply(unavailable), now, time);
        }
    }
}
