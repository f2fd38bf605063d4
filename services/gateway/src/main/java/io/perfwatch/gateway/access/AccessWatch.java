package io.perfwatch.gateway.access;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Ends the sockets of sessions and tokens that ended, here or at another replica, and clears away
 * what expired. While the database is away nobody can end anything either, and sockets stay.
 */
@Component
@WithUsers
final class AccessWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AccessWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration CLEAR = Duration.ofMinutes(1);

    private final OpenSockets sockets;
    private final Grants grants;
    private final Tokens tokens;
    private final JdbcIndexedSessionRepository sessions;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("access-watch").factory());

    AccessWatch(
            OpenSockets sockets,
            Grants grants,
            Tokens tokens,
            JdbcIndexedSessionRepository sessions) {
        this.sockets = sockets;
        this.grants = grants;
        this.tokens = tokens;
        this.sessions = sessions;
        repeat(this::look, LOOK);
        repeat(this::clear, CLEAR);
    }

    private void repeat(Runnable work, Duration pause) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> attempt(work),
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("sessions and tokens could not be looked at: {}", e.getMessage());
        }
    }

    /** Something has just ended. */
    void lookNow() {
        timer.execute(() -> attempt(this::look));
    }

    private void look() {
        Set<Grant> open = sockets.grants();
        if (!open.isEmpty()) {
            sockets.close(grants.ended(open));
        }
    }

    private void clear() {
        sessions.cleanUpExpiredSessions();
        tokens.forgetLongExpired();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
