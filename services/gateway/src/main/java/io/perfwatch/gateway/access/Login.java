package io.perfwatch.gateway.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a user proves it with; never written anywhere. */
record Login(@NotNull @Size(max = 64) String username, @NotNull @Size(max = 200) String password) {

    @Override
    public String toString() {
        return "Login[…]";
    }
}
