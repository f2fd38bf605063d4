package io.perfwatch.persister.storage;

import static java.util.stream.Collectors.groupingBy;

import io.perfwatch.pack.Sample;
import io.perfwatch.persister.completeness.EventCount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The events of a minute that were not there before; each is one, however many families it has. */
record StoredEvents(Minute minute, Set<Sample> samples) {
    StoredEvents {
        samples = Set.copyOf(samples);
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
