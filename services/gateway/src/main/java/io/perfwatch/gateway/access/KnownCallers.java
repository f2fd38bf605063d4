package io.perfwatch.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * By API token, or else by session. A request with a token is judged by it alone: then no page can
 * have sent it behind a user's back, and it needs no other proof of that.
 */
@Component
@WithUsers
final class KnownCallers implements Callers {
    private static final String BEARER = "bearer ";

    private final Tokens tokens;
    private final Sessions sessions;

    KnownCallers(Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public @Nullable Caller find(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null ? sessions.find(request) : byToken(header);
    }

    static boolean hasToken(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private @Nullable Caller byToken(String header) {
        boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return bearer ? tokens.find(header.substring(BEARER.length()).strip()) : null;
    }
}
