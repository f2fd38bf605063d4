package io.perfwatch.gateway.web;

/** What a request names does not exist; the message goes out as 404. */
public final class NotKnownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotKnownException(String message) {
        super(message);
    }
}
