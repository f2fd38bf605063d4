package io.perfwatch.metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The vectors that the grammar's other readers are held against too. */
record PathVectors(List<Valid> valid, List<String> invalid, List<Flattened> flattened) {

    record Valid(String path, List<Map<String, Object>> steps) {}

    record Flattened(Map<String, Object> event, Map<String, Object> leaves) {}

    static PathVectors load() {
        try (InputStream in =
                Objects.requireNonNull(
                        PathVectors.class.getResourceAsStream("/metric-path-vectors.json"))) {
            return EventJson.mapper().readValue(in, PathVectors.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
