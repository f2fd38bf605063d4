package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.persister.completeness.EventCounts;
import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.persister.rollup.DirtyRows;
import io.perfwatch.persister.rollup.Mark;
import io.perfwatch.persister.storage.HostTables.State;
import io.perfwatch.persister.table.Migrations;
import io.perfwatch.persister.table.Partitions;
import io.perfwatch.persister.table.Tier;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores batches, each in one transaction, as a union with what is there. For one thread. */
@Component
public class Storage {
    private static final int ATTEMPTS = 20;

    private final Migrations migrations;
    private final TransactionTemplate transactions;
    private final Partitions partitions;
    private final DirtyRows dirty;
    private final EventCounts counts;
    private final ForgottenHosts forgotten;
    private final Dictionary dictionary;
    private final PackTable packs;
    private final HostTables hosts;
    private final AnnotationTable annotations;

    Storage(
            Migrations migrations,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Partitions partitions,
            DirtyRows dirty,
            EventCounts counts,
            ForgottenHosts forgotten) {
        this.migrations = migrations;
        this.transactions = transactions;
        this.partitions = partitions;
        this.dirty = dirty;
        this.counts = counts;
        this.forgotten = forgotten;
        this.dictionary = new Dictionary(JdbcClient.create(jdbc));
        this.packs = new PackTable(jdbc);
        this.hosts = new HostTables(jdbc);
        this.annotations = new AnnotationTable(jdbc);
    }

    /**
     * Makes the tables, once.
     *
     * @throws DataAccessException if the database does not answer now
     */
    public void prepare() {
        migrations.run();
    }

    /**
     * @throws DataAccessException if the database does not take it now; nothing of it is stored, or
     *     all, and it may be stored again
     */
    public Stored store(Batch batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(batch);
            } catch (ConcurrencyFailureException e) {
                forget();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (TransactionException e) {
                forget();
                throw new DataAccessResourceFailureException("the database is away", e);
            } catch (DataAccessException e) {
                forget();
                throw e;
            }
        }
    }

    private Stored attempt(Batch batch) {
        // Before anything else, as what came after it is of a new host.
        Set<HostDocument> obeyed =
                documents(batch)
                        .filter(d -> d.json() == null)
                        .filter(d -> forgotten.forget(d.host(), d.append()))
                        .collect(Collectors.toSet());
        Predicate<Minute> wanted = learnHosts(batch);
        Map<PackKey, Pack> rows = new HashMap<>();
        for (Minute minute : batch.minutes()) {
            if (wanted.test(minute)) {
                partitions.ensure(Tier.RAW, minute.start());
                minute.packs().forEach((family, pack) -> rows.put(key(minute, family), pack));
            }
        }
        return Objects.requireNonNull(
                transactions.execute(_ -> write(batch, rows, wanted, obeyed)));
    }

    private static boolean isAfter(@Nullable Instant forgotten, Instant append) {
        return forgotten == null || append.isAfter(forgotten);
    }

    /**
     * @return whether a minute is of a host that was not forgotten since
     */
    private Predicate<Minute> learnHosts(Batch batch) {
        Set<String> names =
                Stream.concat(
                                batch.minutes().stream().map(Minute::host),
                                documents(batch).map(HostDocument::host))
                        .collect(Collectors.toSet());
        Map<String, Instant> gone = forgotten.among(names);
        Predicate<Minute> wanted = m -> isAfter(gone.get(m.host()), m.newest().append());
        dictionary.learn(
                Stream.concat(
                                batch.minutes().stream().filter(wanted).map(Minute::host),
                                documents(batch)
                                        .filter(d -> d.json() != null)
                                        .filter(d -> isAfter(gone.get(d.host()), d.append()))
                                        .map(HostDocument::host))
                        .collect(Collectors.toSet()));
        return wanted;
    }

    private PackKey key(Minute minute, String family) {
        return new PackKey(
                dictionary.host(minute.host()),
                dictionary.family(minute.topic(), family),
                minute.start());
    }

    private Stored write(
            Batch batch,
            Map<PackKey, Pack> rows,
            Predicate<Minute> wanted,
            Set<HostDocument> obeyed) {
        Map<PackKey, List<Sample>> added = packs.add(rows);
        List<StoredEvents> events =
                batch.minutes().stream()
                        .map(m ->
                                new StoredEvents(m, wanted.test(m) ? samples(m, added) : Set.of()))
                        .toList();
        counts.add(
                events.stream()
                        .filter(e -> !e.samples().isEmpty())
                        .flatMap(e -> e.counts(dictionary.host(e.minute().host())).stream())
                        .toList());
        dirty.mark(marks(added));
        hosts.update(batch.minutes().stream().filter(wanted).map(this::state).toList());
        List<Boolean> documents = batch.documents().stream().map(d -> put(d, obeyed)).toList();
        hosts.mark(batch.watermarks());
        return new Stored(events.stream().map(e -> e.samples().size()).toList(), documents);
    }

    private Set<Sample> samples(Minute minute, Map<PackKey, List<Sample>> added) {
        Set<Sample> events = new HashSet<>();
        for (String family : minute.packs().keySet()) {
            events.addAll(added.getOrDefault(key(minute, family), List.of()));
        }
        return events;
    }

    private static List<Mark> marks(Map<PackKey, List<Sample>> added) {
        return added.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .map(key -> Mark.ofRaw(key.start(), key.host(), key.family()))
                .toList();
    }

    private State state(Minute minute) {
        return new State(
                dictionary.host(minute.host()),
                minute.topic(),
                minute.partition(),
                minute.newest());
    }

    private static Stream<HostDocument> documents(Batch batch) {
        return batch.documents().stream()
                .filter(HostDocument.class::isInstance)
                .map(HostDocument.class::cast);
    }

    private boolean put(Document document, Set<HostDocument> obeyed) {
        return switch (document) {
            case HostDocument host -> obeyed.contains(host) || add(host);
            case AnnotationDocument annotation -> annotations.put(annotation);
        };
    }

    private boolean add(HostDocument document) {
        return dictionary.knows(document.host())
                && document.json() != null
                && hosts.addDocument(dictionary.host(document.host()), document);
    }

    private void forget() {
        partitions.forget();
        dictionary.forget();
    }
}
