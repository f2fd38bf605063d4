package io.perfwatch.gateway.access;

/** Who may come in is not configured as it must be; the message never holds a password. */
final class MisconfiguredAccessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MisconfiguredAccessException(String message) {
        super(message);
    }
}
