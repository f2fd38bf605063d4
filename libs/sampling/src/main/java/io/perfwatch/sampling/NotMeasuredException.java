package io.perfwatch.sampling;

import java.io.IOException;

/** This machine does not have it, or does not show it; the message says why and what would help. */
public final class NotMeasuredException extends IOException {
    private static final long serialVersionUID = 1L;

    public NotMeasuredException(String reason) {
        super(reason);
    }
}
