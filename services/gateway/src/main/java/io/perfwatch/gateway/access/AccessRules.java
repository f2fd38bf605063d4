package io.perfwatch.gateway.access;

import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may what. Reading is a viewer's, all else an operator's, so a new endpoint is closed without
 * a line here; only logging in and the dashboard's files, which hold no data, are open.
 */
final class AccessRules {
    private static final String[] API = {"/api/**", "/v3/**"};
    private static final String[] TOKENS = {"/api/v1/tokens", "/api/v1/tokens/**"};

    private AccessRules() {}

    static void set(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/v1/session")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/login", "/api/v1/logout")
                .permitAll()
                .requestMatchers(TOKENS)
                .access(user(Role.OPERATOR))
                .requestMatchers(HttpMethod.GET, API)
                .access(has(Role.VIEWER))
                .requestMatchers(HttpMethod.HEAD, API)
                .access(has(Role.VIEWER))
                .requestMatchers(API)
                .access(has(Role.OPERATOR))
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .permitAll()
                .anyRequest()
                .denyAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> has(Role role) {
        return (authentication, context) -> {
            Caller caller = Caller.of(authentication.get());
            return new AuthorizationDecision(
                    caller != null
                            && caller.role().includes(role)
                            && HostScope.covers(caller, context.getRequest()));
        };
    }

    /** A token cannot make tokens: it would never expire then. */
    private static AuthorizationManager<RequestAuthorizationContext> user(Role role) {
        return (authentication, _) -> {
            Caller caller = Caller.of(authentication.get());
            return new AuthorizationDecision(
                    caller != null
                            && caller.role().includes(role)
                            && !(caller.grant() instanceof Grant.Token));
        };
    }
}
