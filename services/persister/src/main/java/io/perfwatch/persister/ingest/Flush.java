package io.perfwatch.persister.ingest;

import io.perfwatch.persister.ingest.PartitionIngest.OpenDocument;
import io.perfwatch.persister.storage.Batch;
import io.perfwatch.persister.storage.Storage;
import io.perfwatch.persister.storage.Stored;
import io.perfwatch.persister.storage.Watermark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What is stored together: which minutes and documents, and whose they are. */
final class Flush {

    private record OwnedMinute(PartitionIngest owner, OpenMinute minute) {}

    private record OwnedDocument(PartitionIngest owner, OpenDocument document) {}

    /** A pack can be in a batch only once, also when two partitions have a part of it. */
    private record PackOwner(String topic, OpenMinute.Key key) {}

    private final Collection<PartitionIngest> partitions;
    private final List<OwnedMinute> minutes;
    private final List<OwnedDocument> documents;

    private Flush(
            Collection<PartitionIngest> partitions,
            List<OwnedMinute> minutes,
            List<OwnedDocument> documents) {
        this.partitions = partitions;
        this.minutes = minutes;
        this.documents = documents;
    }

    /** What is due, until it is about as many packs or bytes; the rest is for the next one. */
    static Flush of(
            Collection<PartitionIngest> partitions,
            BiPredicate<PartitionIngest, OpenMinute> due,
            int mostPacks,
            long mostBytes) {
        Flush flush = new Flush(partitions, new ArrayList<>(), new ArrayList<>());
        Set<PackOwner> chosen = new HashSet<>();
        int packs = 0;
        long bytes = 0;
        for (PartitionIngest partition : partitions) {
            for (OpenDocument document : partition.documents()) {
                if (bytes < mostBytes) {
                    flush.documents.add(new OwnedDocument(partition, document));
                    bytes += document.document().bytes();
                }
            }
            for (OpenMinute minute : partition.minutes()) {
                if (packs < mostPacks
                        && bytes < mostBytes
                        && due.test(partition, minute)
                        && chosen.add(new PackOwner(partition.topic().topicName(), minute.key()))) {
                    flush.minutes.add(new OwnedMinute(partition, minute));
                    packs += minute.packs();
                    bytes += minute.bytes();
                }
            }
        }
        return flush;
    }

    boolean isEmpty() {
        return minutes.isEmpty() && documents.isEmpty();
    }

    boolean isSingle() {
        return minutes.size() + documents.size() == 1;
    }

    /** Two flushes with half of it each. */
    List<Flush> halves() {
        int minute = minutes.size() / 2;
        // Of two that are one of each kind, each is a half.
        int document = minutes.size() == 1 ? documents.size() : documents.size() / 2;
        return List.of(
                new Flush(partitions, minutes.subList(0, minute), documents.subList(0, document)),
                new Flush(
                        partitions,
                        minutes.subList(minute, minutes.size()),
                        documents.subList(document, documents.size())));
    }

    /**
     * @throws org.springframework.dao.DataAccessException if the database does not take it;
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

    /**
     * The records of all of it become dead letters.
     *
     * @throws org.apache.kafka.common.KafkaException if they cannot be read again now; they stay
     *     open
     */
    void reject(RejectedRecords records, String reason) {
        for (OwnedMinute owned : minutes) {
            List<Long> offsets = owned.minute.offsets();
            owned.owner.reject(
                    owned.minute, records.read(owned.owner.partition(), offsets), reason);
        }
        for (OwnedDocument owned : documents) {
            List<Long> offset = List.of(owned.document.offset());
            owned.owner.reject(
                    owned.document, records.read(owned.owner.partition(), offset), reason);
        }
    }

    Batch batch() {
        return new Batch(
                minutes.stream().map(o -> o.minute.close(o.owner.partition())).toList(),
                documents.stream().map(o -> o.document.document()).toList(),
                watermarks());
    }

    private List<Watermark> watermarks() {
        Set<OpenMinute> closing = new HashSet<>();
        minutes.forEach(o -> closing.add(o.minute));
        Set<OpenDocument> described = new HashSet<>();
        documents.forEach(o -> described.add(o.document));
        return partitions.stream()
                .map(p -> p.watermark(closing, described))
                .filter(w -> w.nextOffset() >= 0)
                .toList();
    }
}
