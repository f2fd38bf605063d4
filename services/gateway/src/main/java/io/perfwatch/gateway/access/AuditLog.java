package io.perfwatch.gateway.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One line for each login and each change, in a logger of its own, {@code perfwatch.audit}. Holds
 * no password, no token, and of what a stranger sends only what cannot break a line: a name that is
 * not a user's may be a password in the wrong field.
 */
@Component
final class AuditLog {
    private static final Logger log = LoggerFactory.getLogger("perfwatch.audit");
    private static final int LONGEST_PATH = 200;

    void login(User user, String address) {
        log.info(
                "event=login user={} role={} address={}", user.name(), user.role().word(), address);
    }

    void refusedLogin(Optional<User> user, String address) {
        log.warn(
                "event=login-refused user={} address={}",
                user.map(User::name).orElse("(unknown)"),
                address);
    }

    void logout(@Nullable Caller caller, String address) {
        log.info("event=logout user={} address={}", name(caller), address);
    }

    void created(Token token) {
        log.info(
                "event=token-created id={} role={} hosts={} expires={} user={}",
                token.id(),
                token.role().word(),
                token.hosts().isEmpty() ? "*" : token.hosts(),
                token.expires(),
                name(Caller.current()));
    }

    /** Anything but reading, also what was refused. */
    void change(Caller caller, String method, String path, int status, String address) {
        log.info(
                "event=change user={} method={} path={} status={} address={}",
                name(caller),
                method,
                path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                status,
                address);
    }

    /** The user's, or the token's number: its name is anybody's words. */
    static String name(@Nullable Caller caller) {
        return switch (caller) {
            case Caller(String name, _, Grant.Session _, _) -> name;
            case Caller(_, _, Grant.Token(String id), _) -> "token:" + id;
            case null, default -> "(anybody)";
        };
    }
}
