package io.perfwatch.gateway.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Judges names and passwords, one at a time: a hash is slow on purpose, and must not become a way
 * to keep the gateway busy. An unknown name takes as long as a known one.
 */
@Component
@WithUsers
final class Logins {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Users users;
    private final LoginThrottle throttle;
    private final AuditLog audit;
    private final AuthenticationProvider passwords;
    private final Semaphore hashing = new Semaphore(1);

    Logins(Users users, LoginThrottle throttle, AuditLog audit) {
        this.users = users;
        this.throttle = throttle;
        this.audit = audit;
        this.passwords = new DaoAuthenticationProvider(users);
    }

    /**
     * @throws LoginRefusedException if name or password is wrong
     * @throws TooManyLoginsException if there were too many wrong ones; not even looked at then
     */
    User judge(Login login, String address) {
        throttle.check(login.username(), address);
        if (!isRight(login)) {
            throttle.failed(login.username(), address);
            audit.refusedLogin(users.find(login.username()), address);
            throw new LoginRefusedException();
        }
        throttle.succeeded(login.username(), address);
        User user = users.find(login.username()).orElseThrow(LoginRefusedException::new);
        audit.login(user, address);
        return user;
    }

    private boolean isRight(Login login) {
        waitForTurn();
        try {
            passwords.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(
                            login.username(), login.password()));
            return true;
        } catch (AuthenticationException e) {
            return false;
        } finally {
            hashing.release();
        }
    }

    private void waitForTurn() {
        try {
            if (!hashing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyLoginsException(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyLoginsException(PATIENCE);
        }
    }
}
