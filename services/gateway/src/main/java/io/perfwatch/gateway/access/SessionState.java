package io.perfwatch.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who the asker is.
 *
 * @param authentication whether one has to log in here
 * @param user null while nobody is logged in, or nobody has to be
 * @param role what the asker may do; null: nothing
 */
@JsonInclude
record SessionState(Authentication authentication, @Nullable String user, @Nullable Role role) {
    enum Authentication {
        @JsonProperty("none")
        NONE,
        @JsonProperty("form")
        FORM
    }
}
