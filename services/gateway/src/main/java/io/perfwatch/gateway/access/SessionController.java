package io.perfwatch.gateway.access;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionController {
    private final Users users;

    SessionController(Users users) {
        this.users = users;
    }

    @GetMapping("/api/v1/session")
    SessionState session() {
        Caller caller = Caller.current();
        return new SessionState(
                users.isEmpty()
                        ? SessionState.Authentication.NONE
                        : SessionState.Authentication.FORM,
                caller == null ? null : caller.name(),
                caller == null ? null : caller.role());
    }
}
