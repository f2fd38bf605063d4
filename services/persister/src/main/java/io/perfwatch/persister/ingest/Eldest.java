package io.perfwatch.persister.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The open minutes that are stored first when memory gets short. */
final class Eldest {
    private Eldest() {}

    /** Those that were opened first, until they take as many bytes. */
    static Set<OpenMinute> of(Collection<PartitionIngest> partitions, long bytes) {
        List<OpenMinute> byAge =
                partitions.stream()
                        .flatMap(p -> p.minutes().stream())
                        .sorted(Comparator.comparing(OpenMinute::opened))
                        .toList();
        Set<OpenMinute> eldest = new HashSet<>();
        long left = bytes;
        for (OpenMinute minute : byAge) {
            if (left <= 0) {
                break;
            }
            eldest.add(minute);
            left -= minute.bytes();
        }
        return eldest;
    }
}
