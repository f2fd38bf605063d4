package io.perfwatch.persister;

import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;

/** What the database has, read as the gateway reads it, so that its rights are tested too. */
record Stored(Sql sql) {

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

    /** What {@link #sequences} is where nothing is missing. */
    static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    /** Of every host, each sample as often as it is there. */
    Map<String, List<Long>> sequencesByHost() {
        Map<String, List<Long>> sequences = new TreeMap<>();
        List<String> hosts = strings("select name from host order by name");
        hosts.forEach(host -> sequences.put(host, sequences(host)));
        return sequences;
    }

    /** Waits until so many of a host are there. */
    void await(String host, int samples) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> sequences(host).size() == samples);
    }

    long count(String question) {
        return Long.parseLong(strings(question).getFirst());
    }

    /** The first column. */
    List<String> strings(String question) {
        return sql.strings(question);
    }
}
