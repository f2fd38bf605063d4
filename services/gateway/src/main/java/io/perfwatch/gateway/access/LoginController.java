package io.perfwatch.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@WithUsers
class LoginController {
    private final Logins logins;
    private final Sessions sessions;
    private final AccessWatch watch;
    private final AuditLog audit;
    private final CookieCsrfTokenRepository csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();

    LoginController(Logins logins, Sessions sessions, AccessWatch watch, AuditLog audit) {
        this.logins = logins;
        this.sessions = sessions;
        this.watch = watch;
        this.audit = audit;
    }

    @PostMapping("/api/v1/login")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void login(
            @Valid @RequestBody Login login,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.begin(logins.judge(login, request.getRemoteAddr()), request);
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    @PostMapping("/api/v1/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request, HttpServletResponse response) {
        audit.logout(Caller.current(), request.getRemoteAddr());
        sessions.end(request);
        csrf.saveToken(csrf.generateToken(request), request, response);
        watch.lookNow();
    }
}
