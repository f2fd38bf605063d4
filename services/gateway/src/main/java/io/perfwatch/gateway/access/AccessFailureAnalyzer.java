package io.perfwatch.gateway.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in some lines instead of a stack trace why the gateway does not start. */
final class AccessFailureAnalyzer extends AbstractFailureAnalyzer<MisconfiguredAccessException> {
    private static final String WAY_OUT =
            "perfwatch.gateway.access.users-file (PERFWATCH_GATEWAY_ACCESS_USERS_FILE) names a file"
                    + " with a line for each user, NAME viewer|operator HASH, where"
                    + " ./perfwatch hash-password prints the HASH. Without users"
                    + " server.address (SERVER_ADDRESS) is 127.0.0.1.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MisconfiguredAccessException cause) {
        return new FailureAnalysis(cause.getMessage(), WAY_OUT, cause);
    }
}
