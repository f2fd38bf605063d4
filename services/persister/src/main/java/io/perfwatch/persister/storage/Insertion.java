package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.persister.completeness.EventCount;
import io.perfwatch.persister.completeness.EventCounts;
import io.perfwatch.persister.rollup.DirtyRows;
import io.perfwatch.persister.storage.HostTables.Description;
import io.perfwatch.persister.storage.HostTables.Probe;
import io.perfwatch.persister.table.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Batches of which nothing is there yet, as nearly all are: one statement that is its own
 * transaction, and so one round trip. It makes sure that nothing is there and that the hosts are as
 * they are known; where not, it changes nothing.
 */
final class Insertion {
    private static final String IS_NEW = "exists (select from new)";

    /**
     * The rows of the last part: one for the batch if it is new, one for each new description. The
     * server begins with the last part and goes on from behind, so that locks are taken in the
     * order of {@link Union}: packs, counts, marks, states, watermarks.
     */
    private static final String SQL =
            """
            with new as (
                select where not exists (
                    select from unnest(?::integer[], ?::text[], ?::bigint[]) as k (id, name, first)
                    where not exists (select from host h where h.id = k.id and h.name = k.name)
                        or exists (
                            select from forgotten_host f where f.name = k.name
                                and f.forgotten >= to_timestamp(k.first / 1000.0)))
                and not exists (
                    select from %s cross join lateral (
                        select from pack_raw p where p.host_id = k.host_id
                            and p.family = k.family and p.start = to_timestamp(k.second)
                        limit 1) as there)
            ), watermarks as (%s), states as (%s), marks as (%s), counts as (%s), packs as (%s),
            descriptions as (%s)
            select 0, '' from new union all select host_id, probe from descriptions
            """
                    .formatted(
                            PackTable.KEYS,
                            HostTables.addingWatermarks(IS_NEW),
                            HostTables.addingStates(IS_NEW),
                            DirtyRows.marking(IS_NEW),
                            EventCounts.adding(IS_NEW),
                            PackTable.inserting(IS_NEW),
                            HostTables.addingDescriptions(IS_NEW));

    /** No host has that number. */
    private static final Probe BATCH = new Probe(0, "");

    private final JdbcOperations jdbc;
    private final Dictionary dictionary;
    private final PackTable packs;
    private final HostTables hosts;

    Insertion(JdbcOperations jdbc, Dictionary dictionary, PackTable packs, HostTables hosts) {
        this.jdbc = jdbc;
        this.dictionary = dictionary;
        this.packs = packs;
        this.hosts = hosts;
    }

    /**
     * Not within a transaction.
     *
     * @param obeyed documents that have changed something already
     * @return the events are all new; null if nothing is stored: something of it is there already,
     *     a host is new or was forgotten, a probe is described twice, or someone annotates
     */
    @Nullable Stored store(Batch batch, Set<Document> obeyed) {
        List<HostDocument> described = batch.descriptions();
        Numbers numbers = Numbers.asLastAsked(batch.minutes(), described, dictionary);
        if (numbers == null || batch.hasAnnotations()) {
            return null;
        }
        Map<Probe, Description> descriptions = new LinkedHashMap<>();
        for (HostDocument document : described) {
            Description description = new Description(numbers.host(document.host()), document);
            if (descriptions.put(Probe.of(description), description) != null) {
                return null;
            }
        }
        Set<Probe> news = insert(batch, numbers, List.copyOf(descriptions.values()));
        if (!news.remove(BATCH)) {
            return null;
        }
        news.forEach(hosts::trim);
        Set<Document> said = new HashSet<>(obeyed);
        descriptions.forEach((probe, description) -> {
            if (news.contains(probe)) {
                said.add(description.document());
            }
        });
        return new Stored(
                batch.minutes().stream().map(m -> m.events().size()).toList(),
                batch.documents().stream().map(said::contains).toList());
    }

    private Set<Probe> insert(Batch batch, Numbers numbers, List<Description> descriptions) {
        try {
            return new HashSet<>(
                    jdbc.query(
                            Columns.of(SQL, c -> set(c, batch, numbers, descriptions)),
                            (row, _) -> Probe.of(row)));
        } catch (DuplicateKeyException e) {
            // Somebody else inserted one at the same time.
            return new HashSet<>();
        }
    }

    private void set(Columns columns, Batch batch, Numbers numbers, List<Description> descriptions)
            throws SQLException {
        Map<String, Instant> firsts = Numbers.firstAppends(batch.minutes(), batch.descriptions());
        columns.column("integer", firsts.keySet(), numbers::host)
                .texts(firsts.keySet(), name -> name)
                .column("bigint", firsts.values(), Instant::toEpochMilli);
        SortedMap<PackKey, Pack> rows = numbers.packs(batch.minutes());
        PackTable.setKeys(columns, rows);
        HostTables.setWatermarks(columns, batch.watermarks());
        HostTables.setStates(columns, numbers.states(batch.minutes()));
        DirtyRows.set(columns, rows.keySet().stream().map(PackKey::mark).toList());
        EventCounts.set(columns, counts(batch.minutes(), numbers));
        packs.setPacks(columns, rows);
        HostTables.setDescriptions(columns, descriptions);
    }

    private static List<EventCount> counts(List<Minute> minutes, Numbers numbers) {
        return minutes.stream()
                .map(m -> new StoredEvents(m, m.events()))
                .flatMap(e -> e.counts(numbers.host(e.minute().host())).stream())
                .toList();
    }
}
