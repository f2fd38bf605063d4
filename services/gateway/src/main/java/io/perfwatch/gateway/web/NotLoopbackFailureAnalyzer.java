package io.perfwatch.gateway.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in two lines instead of a stack trace. */
final class NotLoopbackFailureAnalyzer extends AbstractFailureAnalyzer<NotLoopbackException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotLoopbackException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set server.address (SERVER_ADDRESS) to 127.0.0.1, or put a reverse proxy that"
                        + " checks who comes in front of it on the same machine.",
                cause);
    }
}
