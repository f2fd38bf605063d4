package io.perfwatch.gateway.web;

/** A request asks for what cannot be; the message says how to ask better, and goes out as 400. */
public final class BadQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadQuestionException(String message) {
        super(message);
    }
}
