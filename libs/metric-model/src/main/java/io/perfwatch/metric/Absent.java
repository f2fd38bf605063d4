package io.perfwatch.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Members that a sender left out. */
final class Absent {
    private Absent() {}

    /** A copy in the sender's order: that of {@link Map#copyOf} differs from run to run. */
    static <V> Map<String, V> toEmpty(@Nullable Map<String, V> map) {
        Map<String, V> copy = new LinkedHashMap<>();
        if (map != null) {
            map.forEach((key, value) -> copy.put(key, Objects.requireNonNull(value, key)));
        }
        return Collections.unmodifiableMap(copy);
    }

    static <T> List<T> toEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
