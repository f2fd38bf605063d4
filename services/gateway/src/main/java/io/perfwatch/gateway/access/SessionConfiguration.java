package io.perfwatch.gateway.access;

import io.perfwatch.gateway.GatewayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in the database, so that they survive a restart and hold at each replica. */
@Configuration
@EnableSpringHttpSession
@WithUsers
class SessionConfiguration {
    static final String COOKIE = "perfwatch_session";

    @Bean
    JdbcIndexedSessionRepository sessionRepository(
            AccessDatabase database, GatewayProperties properties) {
        var sessions =
                new JdbcIndexedSessionRepository(database.template(), database.transactions());
        sessions.setDefaultMaxInactiveInterval(properties.access().sessionTimeout());
        sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        return sessions;
    }

    /** Secure is added over TLS. */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Strict");
        return cookie;
    }
}
