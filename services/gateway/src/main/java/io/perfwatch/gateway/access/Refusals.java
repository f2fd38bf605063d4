package io.perfwatch.gateway.access;

import io.perfwatch.gateway.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Every refusal is a problem that tells how to ask rightly, and not what is there. */
@Component
final class Refusals
        implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException problem)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        ProblemWriter.write(
                response, HttpStatus.UNAUTHORIZED, "Log in, or send an API token that holds.");
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        ProblemWriter.write(
                response,
                HttpStatus.FORBIDDEN,
                problem instanceof CsrfException
                        ? "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN."
                        : "This is not yours to ask.");
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestRejectedException problem)
            throws IOException {
        ProblemWriter.write(response, HttpStatus.BAD_REQUEST, "The request is not well-formed.");
    }
}
