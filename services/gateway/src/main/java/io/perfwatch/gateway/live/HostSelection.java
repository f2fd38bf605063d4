package io.perfwatch.gateway.live;

import java.util.Map;
import java.util.Set;

/**
 * Which hosts a client wants: those of these names that have all these labels.
 *
 * @param names {@code *} is every host
 * @param labels what a host's probes must say of it
 */
record HostSelection(Set<String> names, Map<String, String> labels) {
    static final String ANY = "*";
    static final HostSelection NONE = new HostSelection(Set.of(), Map.of());

    HostSelection {
        names = Set.copyOf(names);
        labels = Map.copyOf(labels);
    }

    boolean includes(String host, Map<String, String> itsLabels) {
        return (names.contains(host) || names.contains(ANY))
                && itsLabels.entrySet().containsAll(labels.entrySet());
    }
}
