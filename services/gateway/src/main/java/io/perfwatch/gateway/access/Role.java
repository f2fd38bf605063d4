package io.perfwatch.gateway.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What someone may do; a later one includes those before it. */
public enum Role {
    /** Sees everything, changes nothing. */
    @JsonProperty("viewer")
    VIEWER,
    /** Also settings, tokens, annotations, and forgetting hosts. */
    @JsonProperty("operator")
    OPERATOR;

    /** As Spring Security calls it. */
    List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList("ROLE_" + name());
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As it is written in configuration, JSON and the database: {@code viewer}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if there is no such role
     */
    static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("a role is viewer or operator, was " + word);
    }
}
