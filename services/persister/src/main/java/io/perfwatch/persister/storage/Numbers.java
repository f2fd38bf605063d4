package io.perfwatch.persister.storage;

import io.perfwatch.pack.Pack;
import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.persister.storage.Dictionary.Family;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    /**
     * Without asking, and as if no host was forgotten: whoever uses them has to make sure of both.
     *
     * @return null if one is not known
     */
    static @Nullable Numbers asLastAsked(
            Collection<Minute> minutes, Collection<HostDocument> documents, Dictionary dictionary) {
        Map<String, Integer> hosts = new HashMap<>();
        for (String name : firstAppends(minutes, documents).keySet()) {
            Integer host = dictionary.hostAsLastAsked(name);
            if (host == null) {
                return null;
            }
            hosts.put(name, host);
        }
        Numbers numbers = new Numbers(Map.of(), hosts);
        minutes.forEach(m -> numbers.learn(m, dictionary));
        return numbers;
    }

    /** A host of which nothing is wanted gets no number. */
    static Numbers of(
            Collection<Minute> minutes,
            Collection<HostDocument> documents,
            ForgottenHosts forgotten,
            Dictionary dictionary) {
        Set<String> names = firstAppends(minutes, documents).keySet();
        Numbers unknown = new Numbers(forgotten.among(names), Map.of());
        Map<String, Instant> firsts =
                firstAppends(
                        unknown.wanted(minutes).stream().filter(unknown::wants).toList(),
                        documents.stream().filter(unknown::wants).toList());
        Numbers numbers = new Numbers(unknown.forgotten, dictionary.hosts(firsts));
        minutes.stream().filter(unknown::wants).forEach(m -> numbers.learn(m, dictionary));
        return numbers;
    }

    /** Of each host, when the broker took the first of it. */
    static Map<String, Instant> firstAppends(
            Collection<Minute> minutes, Collection<HostDocument> documents) {
        Map<String, Instant> firsts = new HashMap<>();
        minutes.forEach(m -> firsts.merge(m.host(), m.firstAppend(), Numbers::earlier));
        documents.forEach(d -> firsts.merge(d.host(), d.append(), Numbers::earlier));
        return firsts;
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

    /** Of minutes that are wanted, the newest of each host and topic. */
    List<HostState> states(List<Minute> minutes) {
        return HostState.newest(
                minutes.stream().map(m -> HostState.of(host(m.host()), m)).toList());
    }

    /** Of minutes that are wanted. */
    SortedMap<PackKey, Pack> packs(List<Minute> minutes) {
        SortedMap<PackKey, Pack> packs = new TreeMap<>();
        for (Minute minute : minutes) {
            minute.packs().forEach((family, pack) -> packs.put(key(minute, family), pack));
        }
        return packs;
    }

    /** Of a minute that is wanted. */
    PackKey key(Minute minute, String family) {
        Integer number = families.get(new Family(minute.topic(), family));
        return new PackKey(
                host(minute.host()), Objects.requireNonNull(number, family), minute.start());
    }
}
