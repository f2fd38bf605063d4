package io.perfwatch.persister.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The numbers that stand for hosts and families, made where there are none. One thread a writer.
 */
final class Dictionary {
    private record Family(String topic, String name) {}

    private final JdbcClient jdbc;
    private final Map<String, Integer> hosts = new HashMap<>();
    private final Map<Family, Integer> families = new HashMap<>();

    Dictionary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks these hosts up: one that was forgotten has another number when it comes again. */
    void learn(Set<String> names) {
        hosts.clear();
        ask(names);
        List<String> unknown = names.stream().filter(n -> !hosts.containsKey(n)).sorted().toList();
        if (!unknown.isEmpty()) {
            jdbc.sql("insert into host (name) select unnest(?::text[]) on conflict do nothing")
                    .param(unknown.toArray(String[]::new))
                    .update();
            ask(unknown);
        }
    }

    private void ask(Collection<String> names) {
        jdbc.sql("select name, id from host where name = any(?)")
                .param(names.toArray(String[]::new))
                .query(row -> {
                    hosts.put(row.getString(1), row.getInt(2));
                });
    }

    /** One that was learnt. */
    int host(String name) {
        return Objects.requireNonNull(hosts.get(name), name);
    }

    boolean knows(String host) {
        return hosts.containsKey(host);
    }

    int family(String topic, String name) {
        return families.computeIfAbsent(new Family(topic, name), this::askFamily);
    }

    /** What was asked may not have been committed, or be of a database that was restored. */
    void forget() {
        hosts.clear();
        families.clear();
    }

    private Integer askFamily(Family family) {
        jdbc.sql("insert into family (topic, name) values (?, ?) on conflict do nothing")
                .params(family.topic, family.name)
                .update();
        return jdbc.sql("select id from family where topic = ? and name = ?")
                .params(family.topic, family.name)
                .query(Integer.class)
                .single();
    }
}
