package io.perfwatch.sampler;

import io.perfwatch.metric.Family;
import io.perfwatch.metric.SystemEvent;
import io.perfwatch.metric.SystemFamily;
import io.perfwatch.metric.Topic;
import io.perfwatch.sampling.EventPublisher;
import io.perfwatch.sampling.ProbeIdentity;
import io.perfwatch.sampling.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
        for (Family family : tick.families()) {
            if (family instanceof SystemFamily measured) {
                system.add(measured);
            }
        }
        publisher.publish(
                Topic.SYSTEM,
                SystemEvent.of(
                        identity.next(Topic.SYSTEM, tick.time()), system, tick.unavailable()));
    }
}
