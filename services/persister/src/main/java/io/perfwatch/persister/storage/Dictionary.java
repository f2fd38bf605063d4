package io.perfwatch.persister.storage;

import java.util.HashMap;
import java.util.Map;
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

    int host(String name) {
        return hosts.computeIfAbsent(name, this::askHost);
    }

    int family(String topic, String name) {
        return families.computeIfAbsent(new Family(topic, name), this::askFamily);
    }

    /** What was asked may not have been committed, or be of a database that was restored. */
    void forget() {
        hosts.clear();
        families.clear();
    }

    private Integer askHost(String name) {
        jdbc.sql("insert into host (name) values (?) on conflict do nothing").param(name).update();
        return jdbc.sql("select id from host where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
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
