package io.perfwatch.gateway.web;

import io.perfwatch.metric.HostName;

/** A host's name, as requests give it. */
public final class HostParameter {
    private HostParameter() {}

    /**
     * @return {@code name}
     * @throws BadQuestionException if no host can be called so
     */
    public static String check(String name) {
        if (!HostName.isValid(name)) {
            throw new BadQuestionException("host must be the name of a host, as in /api/v1/hosts");
        }
        return name;
    }
}
