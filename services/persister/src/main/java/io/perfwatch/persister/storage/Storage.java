package io.perfwatch.persister.storage;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.perfwatch.persister.completeness.EventCounts;
import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.persister.rollup.DirtyRows;
import io.perfwatch.persister.storage.HostTables.Description;
import io.perfwatch.persister.table.Migrations;
import io.perfwatch.persister.table.Partitions;
import io.perfwatch.persister.table.Refusal;
import io.perfwatch.persister.table.Tier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores batches, each in one transaction: in one statement where all is new, as a union with what
 * is there otherwise. For any number of threads.
 */
@Component
public class Storage {
    private static final int ATTEMPTS = 20;

    private final Migrations migrations;
    private final TransactionTemplate transactions;
    private final Partitions partitions;
    private final ForgottenHosts forgotten;
    private final Dictionary dictionary;
    private final Insertion insertion;
    private final Union union;
    private final HostTables hosts;
    private final AnnotationTable annotations;
    private final Timer flushes;

    Storage(
            Migrations migrations,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Partitions partitions,
            DirtyRows dirty,
            EventCounts counts,
            ForgottenHosts forgotten,
            MeterRegistry meters) {
        this.migrations = migrations;
        this.transactions = transactions;
        this.partitions = partitions;
        this.forgotten = forgotten;
        PackTable packs = new PackTable(jdbc);
        this.dictionary = new Dictionary(jdbc);
        this.hosts = new HostTables(jdbc);
        this.insertion = new Insertion(jdbc, dictionary, packs, hosts);
        this.union = new Union(packs, hosts, counts, dirty);
        this.annotations = new AnnotationTable(jdbc);
        this.flushes =
                Timer.builder("perfwatch.persister.flush")
                        .description("Time that a batch takes to store")
                        .register(meters);
        FunctionCounter.builder("perfwatch.persister.written", packs, PackTable::written)
                .description("JSON of packs that was sent to the database, before it compresses it")
                .baseUnit("bytes")
                .register(meters);
    }

    /**
     * Makes the tables, once.
     *
     * @return whether the database was asked for it
     * @throws DataAccessException if the database does not answer now
     */
    public boolean prepare() {
        boolean missing = !migrations.areDone();
        migrations.run();
        return missing;
    }

    /**
     * @throws DataAccessException if the database does not take it; nothing of it is stored, or
     *     all, and it may be stored again. {@link #isRefusal} tells whether that helps.
     */
    public Stored store(Batch batch) {
        try {
            return retried(batch);
        } catch (DataAccessException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            // What was known of partitions and numbers may have been outdated.
            return retried(batch);
        }
    }

    /** Whether the database answered that it will never take just that. */
    public boolean isRefusal(DataAccessException e) {
        return Refusal.is(e);
    }

    private Stored retried(Batch batch) {
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
        long start = System.nanoTime();
        // Before anything else, as what came after it is of a new host.
        forgotten.forgetExpected();
        Set<Document> obeyed =
                batch.tombstones().stream()
                        .filter(d -> forgotten.forget(d.host(), d.append()))
                        .collect(Collectors.toSet());
        batch.minutes().forEach(m -> partitions.ensure(Tier.RAW, m.start()));
        Stored inserted = insertion.store(batch, obeyed);
        Stored stored = inserted == null ? unite(batch, obeyed) : inserted;
        flushes.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return stored;
    }

    private Stored unite(Batch batch, Set<Document> obeyed) {
        Numbers numbers = Numbers.of(batch.minutes(), batch.descriptions(), forgotten, dictionary);
        return Objects.requireNonNull(transactions.execute(_ -> write(batch, numbers, obeyed)));
    }

    private Stored write(Batch batch, Numbers numbers, Set<Document> obeyed) {
        List<Boolean> documents =
                batch.documents().stream().map(d -> obeyed.contains(d) || put(d, numbers)).toList();
        List<StoredEvents> events = union.add(numbers.wanted(batch.minutes()), numbers);
        hosts.putWatermarks(batch.watermarks());
        return new Stored(events.stream().map(e -> e.samples().size()).toList(), documents);
    }

    private boolean put(Document document, Numbers numbers) {
        return switch (document) {
            case HostDocument host ->
                    numbers.wants(host)
                            && hosts.add(new Description(numbers.host(host.host()), host));
            case AnnotationDocument annotation -> annotations.put(annotation);
        };
    }

    private void forget() {
        partitions.forget();
        dictionary.forget();
    }
}
