package io.perfwatch.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Finds out who asks. */
@FunctionalInterface
interface Callers {
    /** Null if the request does not prove who sends it. */
    @Nullable Caller find(HttpServletRequest request);
}
