package io.perfwatch.gateway.access;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@WithUsers
class TokenController {
    private final Tokens tokens;
    private final AccessWatch watch;
    private final AuditLog audit;

    TokenController(Tokens tokens, AccessWatch watch, AuditLog audit) {
        this.tokens = tokens;
        this.watch = watch;
        this.audit = audit;
    }

    @GetMapping
    List<Token> tokens() {
        return tokens.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedToken createToken(@Valid @RequestBody NewToken wanted) {
        CreatedToken created = tokens.create(wanted, AuditLog.name(Caller.current()));
        audit.created(created.about());
        return created;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable UUID id) {
        tokens.revoke(id);
        watch.lookNow();
    }
}
