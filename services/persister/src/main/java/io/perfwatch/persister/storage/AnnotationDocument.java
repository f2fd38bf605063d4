package io.perfwatch.persister.storage;

import io.perfwatch.metric.Annotation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What someone said of a moment, or took back.
 *
 * @param append when the broker took it, and {@code offset} where: the later record holds
 * @param annotation null: taken back
 */
public record AnnotationDocument(
        String id, Instant append, long offset, @Nullable Annotation annotation)
        implements Document {
    private static final long OVERHEAD = 500;

    @Override
    public long bytes() {
        return OVERHEAD + (annotation == null ? 0 : annotation.text().length());
    }
}
