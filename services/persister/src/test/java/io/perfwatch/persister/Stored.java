package io.perfwatch.persister;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import io.perfwatch.test.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the database has, read as the gateway reads it, so that its rights are tested too. */
record Stored(Database database) {

    /** Of all families of all hosts, or those that {@code where} chooses. */
    List<Pack> packs(String where) {
        return strings(
                        """
                        select p.payload::text from pack_raw p
                        join host h on h.id = p.host_id join family f on f.id = p.family
                        %s order by p.start
                        """
                                .formatted(where))
                .stream()
                .map(Pack::fromJson)
                .toList();
    }

    List<Pack> packs() {
        return packs("");
    }

    /** Of one host's {@code cpu}, as often as they are there. */
    List<Long> sequences(String host) {
        return packs("where h.name = '%s' and f.name = 'cpu'".formatted(host)).stream()
                .flatMap(p -> p.samples().stream())
                .map(Sample::sequence)
                .sorted()
                .toList();
    }

    /** Of every host, each sample as often as it is there. */
    Map<String, List<Long>> sequencesByHost() {
        Map<String, List<Long>> sequences = new TreeMap<>();
        List<String> hosts = strings("select name from host order by name");
        hosts.forEach(host -> sequences.put(host, sequences(host)));
        return sequences;
    }

    long count(String sql) {
        return Long.parseLong(strings(sql).getFirst());
    }

    /** The first column. */
    List<String> strings(String sql) {
        return new Sql(database).strings(sql);
    }
}
