package io.perfwatch.persister.storage;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcOperations;

/** The numbers that stand for hosts and families, made where there are none. */
final class Dictionary {
    private static final int MOST_HOSTS = 20_000;

    record Family(String topic, String name) {}

    private final JdbcOperations jdbc;
    private final Map<Family, Integer> families = new ConcurrentHashMap<>();
    private final Map<String, Integer> hosts = new ConcurrentHashMap<>();

    Dictionary(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * As it was when somebody asked; a host that was forgotten since has another number or none.
     */
    @Nullable Integer hostAsLastAsked(String name) {
        return hosts.get(name);
    }

    /**
     * Asks each time: a host that was forgotten has another number when it comes again. In the
     * order of names, so that nobody blocks another.
     *
     * @param firsts of each host, when the broker took the first of its events
     * @throws ConcurrencyFailureException if one was forgotten meanwhile, which may be tried again
     */
    Map<String, Integer> hosts(Map<String, Instant> firsts) {
        Map<String, Integer> known = ask(firsts.keySet());
        String[] unknown =
                firsts.keySet().stream()
                        .filter(n -> !known.containsKey(n))
                        .sorted()
                        .toArray(String[]::new);
        if (unknown.length == 0) {
            return known;
        }
        jdbc.update(
                """
                insert into host (name, first_seen)
                select * from unnest(?::text[], ?::timestamptz[]) on conflict do nothing
                """,
                unknown,
                Arrays.stream(unknown)
                        .map(n -> String.valueOf(firsts.get(n)))
                        .toArray(String[]::new));
        Map<String, Integer> all = ask(firsts.keySet());
        if (all.size() < firsts.size()) {
            throw new ConcurrencyFailureException("a host was forgotten while it was asked for");
        }
        return all;
    }

    private Map<String, Integer> ask(Collection<String> names) {
        Map<String, Integer> known = new HashMap<>();
        jdbc.query(
                "select name, id from host where name = any(?::text[])",
                row -> {
                    known.put(row.getString(1), row.getInt(2));
                },
                (Object) names.toArray(String[]::new));
        remember(known);
        return known;
    }

    private void remember(Map<String, Integer> known) {
        if (hosts.size() + known.size() > MOST_HOSTS) {
            hosts.clear();
        }
        hosts.putAll(known);
    }

    /** Not within a transaction: all threads know it from then on. */
    int family(Family family) {
        return families.computeIfAbsent(family, this::ask);
    }

    /** What was asked may not have been committed, or be of a database that was restored. */
    void forget() {
        families.clear();
        hosts.clear();
    }

    /** Inserted only if it is not there: each try takes a number, and there are 32,767. */
    private Integer ask(Family family) {
        List<Integer> known = find(family);
        if (known.isEmpty()) {
            jdbc.update(
                    "insert into family (topic, name) values (?, ?) on conflict do nothing",
                    family.topic,
                    family.name);
            known = find(family);
        }
        return known.getFirst();
    }

    private List<Integer> find(Family family) {
        return jdbc.query(
                "select id from family where topic = ? and name = ?",
                (row, _) -> row.getInt(1),
                family.topic,
                family.name);
    }
}
