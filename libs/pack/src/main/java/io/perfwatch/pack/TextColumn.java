package io.perfwatch.pack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One text a sample, null where it is absent. */
final class TextColumn {
    private @Nullable String[] values = new @Nullable String[8];

    void set(int sample, String value) {
        if (sample >= values.length) {
            values = Arrays.copyOf(values, Math.max(sample + 1, values.length * 2));
        }
        values[sample] = value;
    }

    /** No sample from there on has one. */
    int size() {
        return values.length;
    }

    @Nullable String get(int sample) {
        return sample < values.length ? values[sample] : null;
    }
}
