package io.perfwatch.gateway.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks.
 *
 * @param name of the user, or of the token; null where nobody has to log in
 * @param grant what let the caller in; null where nobody has to log in
 * @param hosts all that may be asked about; empty: every host
 */
record Caller(@Nullable String name, Role role, @Nullable Grant grant, Set<String> hosts) {
    /** Anybody on this machine, while there are no users. */
    static final Caller ANYBODY = new Caller(null, Role.OPERATOR, null, Set.of());

    Caller {
        hosts = Set.copyOf(hosts);
    }

    /** Who asks on this thread; null if it is not known. */
    static @Nullable Caller current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static @Nullable Caller of(@Nullable Object principal) {
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : null;
    }
}
