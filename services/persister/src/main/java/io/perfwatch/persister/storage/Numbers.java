package io.perfwatch.persister.storage;

import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.persister.storage.Dictionary.Family;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The numbers of one batch's hosts and families, and what of it is still wanted. They are known,
 * and committed, before the transaction that stores it: another thread may go on with them.
 */
final class Numbers {
    private final Map<String, Instant> forgotten;
    private final Map<String, Integer> hosts;
    private final Map<Family, Integer> families = new HashMap<>();

    private Numbers(Map<String, Instant> forgotten, Map<String, Integer> hosts) {
        this.forgotten = forgotten;
        this.hosts = hosts;
    }

    /** A host of which nothing is wanted gets no number. */
    static Numbers of(
            Collection<Minute> minutes,
            Collection<HostDocument> documents,
            ForgottenHosts forgotten,
            Dictionary dictionary) {
        Set<String> names = new HashSet<>();
        minutes.forEach(m -> names.add(m.host()));
        documents.forEach(d -> names.add(d.host()));
        Numbers unknown = new Numbers(forgotten.among(names), Map.of());
        Map<String, Instant> firsts = new HashMap<>();
        unknown.wanted(minutes).stream()
                .filter(unknown::wants)
                .forEach(m -> firsts.merge(m.host(), m.firstAppend(), Numbers::earlier));
        documents.stream()
                .filter(unknown::wants)
                .forEach(d -> firsts.merge(d.host(), d.append(), Numbers::earlier));
        Numbers numbers = new Numbers(unknown.forgotten, dictionary.hosts(firsts));
        minutes.stream().filter(unknown::wants).forEach(m -> numbers.learn(m, dictionary));
        return numbers;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void learn(Minute minute, Dictionary dictionary) {
        for (String name : minute.packs().keySet()) {
            Family family = new Family(minute.topic(), name);
            families.computeIfAbsent(family, dictionary::family);
        }
    }

    /** Without the events that the broker took before their host was forgotten. */
    List<Minute> wanted(Collection<Minute> minutes) {
        return minutes.stream().map(this::wanted).toList();
    }

    private Minute wanted(Minute minute) {
        Instant end = forgotten.get(minute.host());
        return end == null ? minute : minute.after(end);
    }

    /** Whether its host was not forgotten since. */
    boolean wants(Minute minute) {
        return isLater(minute.host(), minute.newest().append());
    }

    /** Whether it says something, and its host was not forgotten since. */
    boolean wants(HostDocument document) {
        return !document.isTombstone() && isLater(document.host(), document.append());
    }

    private boolean isLater(String host, Instant append) {
        Instant end = forgotten.get(host);
        return end == null || append.isAfter(end);
    }

    /** Of a host of which something is wanted. */
    int host(String name) {
        return Objects.requireNonNull(hosts.get(name), name);
    }

    /** Of a minute that is wanted. */
    PackKey key(Minute minute, String family) {
        Integer number = families.get(new Family(minute.topic(), family));
        return new PackKey(
                host(minute.host()), Objects.requireNonNull(number, family), minute.start());
    }
}
