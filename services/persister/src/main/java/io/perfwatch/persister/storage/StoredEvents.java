package io.perfwatch.persister.storage;

import static java.util.stream.Collectors.groupingBy;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.persister.completeness.EventCount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The events of a minute that were not there before; each is one, however many families it has. */
record StoredEvents(Minute minute, Collection<Sample> samples) {
    StoredEvents {
        samples = List.copyOf(samples);
    }

    /**
     * @param added by family, the samples that were not there
     */
    static StoredEvents of(Minute minute, Function<String, List<Sample>> added) {
        Map<String, Pack> packs = minute.packs();
        boolean allNew =
                packs.entrySet().stream()
                        .allMatch(e -> added.apply(e.getKey()).size() == e.getValue().size());
        if (allNew) {
            return new StoredEvents(minute, minute.events());
        }
        Set<Sample> some = new HashSet<>();
        packs.keySet().forEach(family -> some.addAll(added.apply(family)));
        return new StoredEvents(minute, some);
    }

    List<EventCount> counts(int host) {
        Map<UUID, List<Sample>> runs = samples.stream().collect(groupingBy(Sample::run));
        return runs.entrySet().stream().map(e -> count(host, e.getKey(), e.getValue())).toList();
    }

    private EventCount count(int host, UUID run, List<Sample> events) {
        LongSummaryStatistics sequences =
                events.stream().mapToLong(Sample::sequence).summaryStatistics();
        IntSummaryStatistics millis = events.stream().mapToInt(Sample::millis).summaryStatistics();
        Instant start = minute.start();
        return new EventCount(
                host,
                minute.topic(),
                start.truncatedTo(ChronoUnit.HOURS),
                run,
                sequences.getCount(),
                sequences.getMin(),
                sequences.getMax(),
                start.plusMillis(millis.getMin()),
                start.plusMillis(millis.getMax()));
    }
}
