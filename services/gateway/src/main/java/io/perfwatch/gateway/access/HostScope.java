package io.perfwatch.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher.MatchResult;

/**
 * A token for some hosts asks about them by name: in the parameter {@code host} or in the path.
 * What names no host is refused unless it tells nothing of any, so a new endpoint is closed to such
 * a token until it takes that parameter.
 */
final class HostScope {
    private static final RequestMatcher HOST = path("/api/v1/hosts/{host}");
    private static final RequestMatcher ABOUT_NO_HOST =
            new OrRequestMatcher(
                    path("/api/v1/session"),
                    path("/api/v1/metrics"),
                    path("/api/v1/schemas/{topic}"),
                    path("/api/v1/asyncapi"),
                    path("/v3/api-docs"));

    private HostScope() {}

    static boolean covers(Caller caller, HttpServletRequest request) {
        if (caller.hosts().isEmpty() || ABOUT_NO_HOST.matches(request)) {
            return true;
        }
        List<String> asked = hosts(request);
        return !asked.isEmpty() && caller.hosts().containsAll(asked);
    }

    private static List<String> hosts(HttpServletRequest request) {
        MatchResult path = HOST.matcher(request);
        if (path.isMatch()) {
            return List.of(path.getVariables().getOrDefault("host", ""));
        }
        String[] parameters = request.getParameterValues("host");
        return parameters == null ? List.of() : List.of(parameters);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
