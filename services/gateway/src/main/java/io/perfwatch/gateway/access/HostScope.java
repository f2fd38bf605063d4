package io.perfwatch.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher.MatchResult;

/**
 * A token for some hosts asks about them alone: by the path, or by the parameter {@code host}, and
 * if it names none, about all of them. What takes no host is refused unless it tells nothing of
 * any, so a new endpoint is closed to such a token until it stands here.
 */
public final class HostScope {
    static final List<String> TAKE_HOSTS =
            List.of(
                    "/api/v1/hosts",
                    "/api/v1/history",
                    "/api/v1/export",
                    "/api/v1/processes",
                    "/api/v1/completeness",
                    "/api/v1/annotations",
                    "/api/v1/prometheus");

    private static final RequestMatcher BY_PATH = path("/api/v1/hosts/{host}");
    private static final RequestMatcher BY_PARAMETER =
            anyOf(
                    TAKE_HOSTS.stream()
                            .map(path ->
                                    PathPatternRequestMatcher.withDefaults()
                                            .matcher(HttpMethod.GET, path)));

    /** Of the live events, each subscription is judged by itself. */
    private static final RequestMatcher ABOUT_NO_HOST =
            anyOf(
                    Stream.of(
                                    "/api/v1/live",
                                    "/api/v1/session",
                                    "/api/v1/metrics",
                                    "/api/v1/schemas/{topic}",
                                    "/api/v1/asyncapi",
                                    "/v3/api-docs")
                            .map(HostScope::path));

    private HostScope() {}

    /**
     * All hosts that one who has opened a WebSocket may hear of.
     *
     * @return empty: every host
     */
    public static Set<String> of(@Nullable Principal principal) {
        Caller caller = Caller.of(principal);
        return caller == null ? Set.of() : caller.hosts();
    }

    static boolean covers(Caller caller, HttpServletRequest request) {
        if (caller.hosts().isEmpty() || ABOUT_NO_HOST.matches(request)) {
            return true;
        }
        List<String> asked = hosts(request);
        return !asked.isEmpty() && caller.hosts().containsAll(asked);
    }

    private static List<String> hosts(HttpServletRequest request) {
        MatchResult path = BY_PATH.matcher(request);
        if (path.isMatch()) {
            return List.of(path.getVariables().getOrDefault("host", ""));
        }
        String[] parameters = request.getParameterValues(ScopedRequest.HOST);
        return parameters == null || !BY_PARAMETER.matches(request)
                ? List.of()
                : List.of(parameters);
    }

    /** The same request, but one that names no host names all of the caller's. */
    static HttpServletRequest narrow(@Nullable Caller caller, HttpServletRequest request) {
        return caller == null
                        || caller.hosts().isEmpty()
                        || request.getParameter(ScopedRequest.HOST) != null
                ? request
                : new ScopedRequest(request, caller.hosts());
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher anyOf(Stream<? extends RequestMatcher> matchers) {
        return new OrRequestMatcher(matchers.map(RequestMatcher.class::cast).toList());
    }
}
