package io.perfwatch.persister.ingest;

import io.perfwatch.persister.storage.Batch;
import io.perfwatch.persister.storage.Storage;
import io.perfwatch.persister.storage.Stored;
import io.perfwatch.persister.storage.Watermark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One batch: which minutes and documents, and whose they are. */
final class Flush {
    private record OwnedMinute(PartitionIngest owner, OpenMinute minute) {}

    private record OwnedDocument(PartitionIngest owner, PartitionIngest.OpenDocument document) {}

    /** A pack can be in a batch only once, also when two partitions have a part of it. */
    private record PackOwner(String topic, OpenMinute.Key key) {}

    private final Collection<PartitionIngest> partitions;
    private final List<OwnedMinute> minutes = new ArrayList<>();
    private final List<OwnedDocument> documents = new ArrayList<>();

    private Flush(Collection<PartitionIngest> partitions) {
        this.partitions = partitions;
    }

    /** What is due, at most {@code limit} minutes; the rest is for the next one. */
    static Flush of(Collection<PartitionIngest> partitions, Predicate<OpenMinute> due, int limit) {
        Flush flush = new Flush(partitions);
        Set<PackOwner> chosen = new HashSet<>();
        for (PartitionIngest partition : partitions) {
            partition.documents().stream()
                    .map(d -> new OwnedDocument(partition, d))
                    .forEach(flush.documents::add);
            for (OpenMinute minute : partition.minutes()) {
                if (flush.minutes.size() < limit
                        && due.test(minute)
                        && chosen.add(new PackOwner(partition.topic().topicName(), minute.key()))) {
                    flush.minutes.add(new OwnedMinute(partition, minute));
                }
            }
        }
        return flush;
    }

    boolean isEmpty() {
        return minutes.isEmpty() && documents.isEmpty();
    }

    /**
     * @throws org.springframework.dao.DataAccessException if the database does not take it now;
     *     everything stays open then
     */
    void to(Storage storage) {
        Stored stored = storage.store(batch());
        for (int i = 0; i < minutes.size(); i++) {
            OwnedMinute owned = minutes.get(i);
            owned.owner.stored(owned.minute, stored.minutes().get(i));
        }
        for (int i = 0; i < documents.size(); i++) {
            OwnedDocument owned = documents.get(i);
            owned.owner.stored(owned.document, stored.documents().get(i));
        }
    }

    private Batch batch() {
        return new Batch(
                minutes.stream().map(o -> o.minute.close(o.owner.partition())).toList(),
                documents.stream().map(o -> o.document.document()).toList(),
                watermarks());
    }

    private List<Watermark> watermarks() {
        Set<OpenMinute> closing = new HashSet<>();
        minutes.forEach(o -> closing.add(o.minute));
        Set<PartitionIngest.OpenDocument> described = new HashSet<>();
        documents.forEach(o -> described.add(o.document));
        return partitions.stream()
                .map(p -> p.watermark(closing, described))
                .filter(w -> w.nextOffset() >= 0)
                .toList();
    }
}
