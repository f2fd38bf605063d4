package io.perfwatch.persister.storage;

import io.perfwatch.pack.Sample;
import io.perfwatch.persister.completeness.EventCounts;
import io.perfwatch.persister.rollup.DirtyRows;
import io.perfwatch.persister.rollup.Mark;
import java.util.List;
import java.util.Map;

/** Packs become a union with what is there, and what follows from their samples is written down. */
final class Union {
    private final PackTable packs;
    private final HostTables hosts;
    private final EventCounts counts;
    private final DirtyRows dirty;

    Union(PackTable packs, HostTables hosts, EventCounts counts, DirtyRows dirty) {
        this.packs = packs;
        this.hosts = hosts;
        this.counts = counts;
        this.dirty = dirty;
    }

    /**
     * Within a transaction.
     *
     * @return for each minute, which of its events were not there; none of one that is not wanted
     */
    List<StoredEvents> add(List<Minute> minutes, Numbers numbers) {
        List<Minute> wanted = minutes.stream().filter(numbers::wants).toList();
        Map<PackKey, List<Sample>> added = packs.add(numbers.packs(wanted));
        List<StoredEvents> events = minutes.stream().map(m -> events(m, numbers, added)).toList();
        counts.add(
                events.stream()
                        .filter(e -> !e.samples().isEmpty())
                        .flatMap(e -> e.counts(numbers.host(e.minute().host())).stream())
                        .toList());
        dirty.mark(changed(added));
        hosts.putStates(numbers.states(wanted));
        return events;
    }

    private static StoredEvents events(
            Minute minute, Numbers numbers, Map<PackKey, List<Sample>> added) {
        return numbers.wants(minute)
                ? StoredEvents.of(
                        minute, f -> added.getOrDefault(numbers.key(minute, f), List.of()))
                : new StoredEvents(minute, List.of());
    }

    private static List<Mark> changed(Map<PackKey, List<Sample>> added) {
        return added.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey().mark())
                .toList();
    }
}
