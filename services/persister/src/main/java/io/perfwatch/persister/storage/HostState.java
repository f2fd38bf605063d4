package io.perfwatch.persister.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A host as the broker last heard of it on one topic. */
record HostState(int host, String topic, int partition, Minute.Newest newest) {
    private record Key(int host, String topic) {}

    private static final Comparator<Key> ORDER =
            Comparator.comparingInt(Key::host).thenComparing(Key::topic);

    static HostState of(int host, Minute minute) {
        return new HostState(host, minute.topic(), minute.partition(), minute.newest());
    }

    /** The newest of each host and topic, in a fixed order. */
    static List<HostState> newest(List<HostState> states) {
        Map<Key, HostState> newest = new TreeMap<>(ORDER);
        states.forEach(
                state -> newest.merge(new Key(state.host, state.topic), state, HostState::newer));
        return new ArrayList<>(newest.values());
    }

    private static HostState newer(HostState one, HostState other) {
        return one.newest.append().isAfter(other.newest.append()) ? one : other;
    }
}
