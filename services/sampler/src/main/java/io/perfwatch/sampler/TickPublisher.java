package io.perfwatch.sampler;

import io.perfwatch.metric.Counters;
import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.Family;
import io.perfwatch.metric.Processes;
import io.perfwatch.metric.ProcessesEvent;
import io.perfwatch.metric.SystemEvent;
import io.perfwatch.metric.SystemFamily;
import io.perfwatch.metric.Topic;
import io.perfwatch.sampling.EventPublisher;
import io.perfwatch.sampling.ProbeIdentity;
import io.perfwatch.sampling.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes events of a tick. */
final class TickPublisher implements Consumer<Tick> {
    private final ProbeIdentity identity;
    private final EventPublisher publisher;

    TickPublisher(ProbeIdentity identity, EventPublisher publisher) {
        this.identity = identity;
        this.publisher = publisher;
    }

    @Override
    public void accept(Tick tick) {
        List<SystemFamily> system = new ArrayList<>();
        Processes processes = null;
        for (Family family : tick.families()) {
            switch (family) {
                case SystemFamily measured -> system.add(measured);
                case Processes measured -> processes = measured;
                case Counters _ -> throw new IllegalStateException("counters are perf-counter's");
            }
        }
        Map<String, String> unavailable = new TreeMap<>(tick.unavailable());
        String noProcesses = unavailable.remove("processes");
        publish(tick.time(), system, unavailable);
        if (processes != null || noProcesses != null) {
            publish(tick.time(), processes, noProcesses);
        }
    }

    private void publish(
            Instant time, List<SystemFamily> families, Map<String, String> unavailable) {
        if (!families.isEmpty() || !unavailable.isEmpty()) {
            Envelope envelope = identity.next(Topic.SYSTEM, time);
            publisher.publish(Topic.SYSTEM, SystemEvent.of(envelope, families, unavailable));
        }
    }

    private void publish(Instant time, @Nullable Processes processes, @Nullable String reason) {
        Envelope envelope = identity.next(Topic.PROCESSES, time);
        publisher.publish(
                Topic.PROCESSES,
                ProcessesEvent.of(
                        envelope,
                        processes,
                        reason == null ? Map.of() : Map.of("processes", reason)));
    }
}
