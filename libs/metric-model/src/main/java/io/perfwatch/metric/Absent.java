package io.perfwatch.metric;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members that a sender left out. */
final class Absent {
    private Absent() {}

    static <V> Map<String, V> toEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
