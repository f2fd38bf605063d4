package io.perfwatch.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists with one element a core, which may be null, as {@link List#copyOf} would not allow. */
final class Columns {
    private Columns() {}

    static <V> @Nullable List<@Nullable V> copy(@Nullable List<@Nullable V> column) {
        return column == null ? null : Collections.unmodifiableList(new ArrayList<>(column));
    }
}
