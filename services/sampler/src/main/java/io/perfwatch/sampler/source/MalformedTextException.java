package io.perfwatch.sampler.source;

/** The kernel's text is cut or not what it is known to be; the message says where. */
public final class MalformedTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedTextException(String message) {
        super(message);
    }
}
