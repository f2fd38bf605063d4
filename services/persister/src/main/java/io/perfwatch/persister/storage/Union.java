package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.persister.completeness.EventCounts;
import io.perfwatch.persister.rollup.DirtyRows;
import io.perfwatch.persister.rollup.Mark;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;

/** Packs become a union with what is there, and what follows from their samples is written down. */
final class Union {
    private final PackTable packs;
    private final EventCounts counts;
    private final DirtyRows dirty;

    Union(JdbcOperations jdbc, EventCounts counts, DirtyRows dirty) {
        this.packs = new PackTable(jdbc);
        this.counts = counts;
        this.dirty = dirty;
    }

    /**
     * Within a transaction.
     *
     * @return for each minute, which of its events were not there; none of one that is not wanted
     */
    List<StoredEvents> add(List<Minute> minutes, Numbers numbers, List<Watermark> marks) {
        List<Minute> wanted = minutes.stream().filter(numbers::wants).toList();
        SortedMap<PackKey, Pack> rows = new TreeMap<>();
        for (Minute minute : wanted) {
            minute.packs().forEach((family, pack) -> rows.put(numbers.key(minute, family), pack));
        }
        Map<PackKey, List<Sample>> added = packs.add(rows, states(wanted, numbers), marks);
        List<StoredEvents> events = minutes.stream().map(m -> events(m, numbers, added)).toList();
        counts.add(
                events.stream()
                        .filter(e -> !e.samples().isEmpty())
                        .flatMap(e -> e.counts(numbers.host(e.minute().host())).stream())
                        .toList());
        dirty.mark(changed(added));
        return events;
    }

    private static StoredEvents events(
            Minute minute, Numbers numbers, Map<PackKey, List<Sample>> added) {
        return numbers.wants(minute)
                ? StoredEvents.of(
                        minute, f -> added.getOrDefault(numbers.key(minute, f), List.of()))
                : new StoredEvents(minute, List.of());
    }

    private static List<HostState> states(List<Minute> minutes, Numbers numbers) {
        return HostState.newest(
                minutes.stream().map(m -> HostState.of(numbers.host(m.host()), m)).toList());
    }

    private static List<Mark> changed(Map<PackKey, List<Sample>> added) {
        return added.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .map(key -> Mark.ofRaw(key.start(), key.host(), key.family()))
                .toList();
    }

    /** Characters of JSON that were sent. */
    long written() {
        return packs.written();
    }
}
