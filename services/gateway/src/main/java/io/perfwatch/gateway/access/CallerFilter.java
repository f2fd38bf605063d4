package io.perfwatch.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks who asks, once, and only if it matters: the dashboard's files cost no look-up. */
final class CallerFilter extends OncePerRequestFilter {
    private final Callers callers;

    CallerFilter(Callers callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Supplier<SecurityContext> context = SingletonSupplier.of(() -> context(request));
        SecurityContextHolder.setDeferredContext(context);
        chain.doFilter(
                KnownCallers.hasToken(request)
                        ? HostScope.narrow(Caller.current(), request)
                        : request,
                response);
    }

    private SecurityContext context(HttpServletRequest request) {
        Caller caller = callers.find(request);
        return caller == null
                ? new SecurityContextImpl()
                : new SecurityContextImpl(new CallerAuthentication(caller));
    }
}
