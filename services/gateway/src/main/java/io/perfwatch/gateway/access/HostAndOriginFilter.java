package io.perfwatch.gateway.access;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps foreign pages out, with users and without. A page of a foreign name that an attacker points
 * at 127.0.0.1 (DNS rebinding) is of the same origin for a browser; only the name betrays it. A
 * page of another origin may not change anything nor open a WebSocket, which browsers would let it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HostAndOriginFilter extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK =
            Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Set<String> hosts = new HashSet<>(LOOPBACK);
    private final Set<String> origins;

    HostAndOriginFilter(GatewayProperties properties) {
        properties.allowedHosts().forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
        origins = Set.copyOf(properties.allowedOrigins());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            ProblemWriter.write(
                    response,
                    HttpStatus.MISDIRECTED_REQUEST,
                    "The gateway is not known by this name; see perfwatch.gateway.allowed-hosts.");
        } else if (isMoreThanReading(request) && isOfForeignPage(request)) {
            ProblemWriter.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "A page of another origin asks; see perfwatch.gateway.allowed-origins.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isMoreThanReading(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                || request.getHeader(HttpHeaders.UPGRADE) != null;
    }

    /** What is no browser sends neither header. */
    private boolean isOfForeignPage(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return !origins.contains(origin) && differs(request);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OWN_SITE.contains(site);
    }

    private static boolean differs(HttpServletRequest request) {
        try {
            return CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
