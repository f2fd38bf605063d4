package io.perfwatch.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Logins of browsers. A session holds whose it is and by which password, not what the user may do:
 * that is asked of the configuration each time, so a user who is gone, has another role or another
 * password has no old session.
 */
@Component
@WithUsers
final class Sessions {
    private static final String USER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String PASSWORD = "passwordDigest";

    private final Users users;

    Sessions(Users users) {
        this.users = users;
    }

    /** A new one, never one that was there before the login. */
    void begin(User user, HttpServletRequest request) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(USER, user.name());
        session.setAttribute(PASSWORD, Digest.hex(user.hash()));
    }

    /** Nothing if there is none. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @Nullable Caller find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(USER) instanceof String name)) {
            return null;
        }
        return users.find(name)
                .filter(user -> Digest.hex(user.hash()).equals(session.getAttribute(PASSWORD)))
                .map(user -> caller(user, session))
                .orElse(null);
    }

    private static Caller caller(User user, HttpSession session) {
        return new Caller(user.name(), user.role(), new Grant.Session(session.getId()), Set.of());
    }
}
