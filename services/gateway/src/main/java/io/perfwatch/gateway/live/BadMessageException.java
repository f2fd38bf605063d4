package io.perfwatch.gateway.live;

/** A client said what cannot be understood or is not allowed; the message tells it how to. */
final class BadMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    BadMessageException(String message) {
        super(message);
    }
}
