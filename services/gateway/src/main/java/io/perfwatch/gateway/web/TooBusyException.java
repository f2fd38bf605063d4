package io.perfwatch.gateway.web;

/** As much is being done at once as is allowed; the message goes out as 429. */
public final class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusyException(String message) {
        super(message);
    }
}
