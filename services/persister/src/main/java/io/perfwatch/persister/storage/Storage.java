package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.persister.storage.HostTables.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger log = LoggerFactory.getLogger(Storage.class);
    private static final int ATTEMPTS = 20;

    private final Flyway flyway;
    private final TransactionTemplate transactions;
    private final RawPartitions partitions;
    private final Dictionary dictionary;
    private final PackTable packs;
    private final HostTables hosts;
    private final AnnotationTable annotations;
    private volatile boolean migrated;

    Storage(Flyway flyway, JdbcTemplate jdbc, TransactionTemplate transactions) {
        JdbcClient client = JdbcClient.create(jdbc);
        this.flyway = flyway;
        this.transactions = transactions;
        this.partitions = new RawPartitions(client, transactions);
        this.dictionary = new Dictionary(client);
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
        if (!migrated) {
            try {
                flyway.migrate();
                migrated = true;
            } catch (FlywayException e) {
                throw new DataAccessResourceFailureException("the tables cannot be made", e);
            }
        }
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
        batch.minutes().forEach(m -> partitions.ensure(m.start()));
        Map<PackKey, Pack> rows = new HashMap<>();
        for (Minute minute : batch.minutes()) {
            minute.packs().forEach((family, pack) -> rows.put(key(minute, family), pack));
        }
        batch.documents().forEach(this::prepare);
        return Objects.requireNonNull(transactions.execute(_ -> write(batch, rows)));
    }

    /** Outside of the transaction: two that add a host would wait for each other. */
    private void prepare(Document document) {
        if (document instanceof HostDocument host) {
            dictionary.host(host.host());
        }
    }

    private boolean put(Document document) {
        return switch (document) {
            case HostDocument host -> hosts.addDocument(dictionary.host(host.host()), host);
            case AnnotationDocument annotation -> annotations.put(annotation);
        };
    }

    private PackKey key(Minute minute, String family) {
        return new PackKey(
                dictionary.host(minute.host()),
                dictionary.family(minute.topic(), family),
                minute.start());
    }

    private Stored write(Batch batch, Map<PackKey, Pack> rows) {
        Map<PackKey, List<Sample>> added = packs.add(rows);
        hosts.update(
                batch.minutes().stream()
                        .map(m -> new State(dictionary.host(m.host()), m.topic(), m.newest()))
                        .toList());
        List<Boolean> documents = batch.documents().stream().map(this::put).toList();
        hosts.mark(batch.watermarks());
        return new Stored(batch.minutes().stream().map(m -> events(m, added)).toList(), documents);
    }

    /** An event counts once, however many families it has. */
    private int events(Minute minute, Map<PackKey, List<Sample>> added) {
        Set<Sample> events = new HashSet<>();
        for (String family : minute.packs().keySet()) {
            events.addAll(added.getOrDefault(key(minute, family), List.of()));
        }
        return events.size();
    }

    private void forget() {
        partitions.forget();
        dictionary.forget();
    }

    /** Makes the partitions of the next hours, and drops what ended before {@code border}. */
    void keep(Instant now, Instant border) {
        if (migrated) {
            for (int ahead = 0; ahead <= 2; ahead++) {
                partitions.ensure(now.plus(RawPartitions.SPAN.multipliedBy(ahead)));
            }
            for (String dropped : partitions.drop(border)) {
                log.info("dropped {}", dropped);
            }
        }
    }
}
