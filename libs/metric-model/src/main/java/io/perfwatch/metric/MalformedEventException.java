package io.perfwatch.metric;

import org.jspecify.annotations.Nullable;

/**
 * A record that is no event, or breaks the envelope or the bounds; the message says which and how.
 */
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message) {
        super(message);
    }

    public MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
