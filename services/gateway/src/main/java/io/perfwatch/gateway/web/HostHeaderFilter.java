package io.perfwatch.gateway.web;

import io.perfwatch.gateway.GatewayProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for names that are not the gateway's. A page of a foreign name that an attacker
 * points at 127.0.0.1 (DNS rebinding) is of the same origin for a browser; only its name betrays
 * it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HostHeaderFilter extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK =
            Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private final Set<String> allowed = new HashSet<>(LOOPBACK);

    HostHeaderFilter(GatewayProperties properties) {
        properties.allowedHosts().forEach(name -> allowed.add(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (allowed.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(
                        """
                        {"title":"Misdirected Request","status":421,\
                        "detail":"The gateway is not known by this name; see perfwatch.gateway.allowed-hosts."}
                        """
                                .getBytes(StandardCharsets.UTF_8));
    }
}
