package io.perfwatch.gateway.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * The way of a request: its headers, who sends it, whether a foreign page may have, whether it is
 * allowed. The same with and without users; without, everybody who gets here is an operator.
 */
@Configuration
class AccessConfiguration {

    /** Health and metrics, on the port of their own that only the machine's keeper opens. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            Users users,
            ObjectProvider<Callers> known,
            Refusals refusals,
            AuditLog audit) {
        Callers callers = known.getIfAvailable(() -> _ -> Caller.ANYBODY);
        return stateless(http)
                .headers(SecurityHeaders::set)
                .addFilterAfter(new BodyLimit(), HeaderWriterFilter.class)
                .addFilterAfter(new CallerFilter(callers), SecurityContextHolderFilter.class)
                .addFilterAfter(new AuditFilter(audit), CallerFilter.class)
                .csrf(csrf -> {
                    if (users.isEmpty()) {
                        csrf.disable();
                    } else {
                        csrf.spa().ignoringRequestMatchers(KnownCallers::hasToken);
                    }
                })
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(AccessRules::set)
                .build();
    }

    /**
     * What Spring Security would keep or offer by itself is not wanted: logging in is our API. A
     * session creation policy is not set: with one, each request's caller is taken for a new login,
     * which changes the session's id.
     */
    private static HttpSecurity stateless(HttpSecurity http) {
        return http.securityContext(context ->
                        context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }
}
