package io.perfwatch.pack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One value a sample, null where it is absent. */
final class Column {
    private @Nullable String[] values = new @Nullable String[8];

    void set(int sample, @Nullable String value) {
        if (sample >= values.length) {
            if (value == null) {
                return;
            }
            values = Arrays.copyOf(values, Math.max(sample + 1, values.length * 2));
        }
        values[sample] = value;
    }

    @Nullable String get(int sample) {
        return sample < values.length ? values[sample] : null;
    }
}
