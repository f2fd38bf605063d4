package io.perfwatch.gateway.access;

import io.perfwatch.gateway.GatewayProperties;
import java.util.regex.Pattern;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Someone who may log in.
 *
 * @param hash of the password, with its kind: {@code {bcrypt}$2a$…}
 */
record User(String name, Role role, String hash) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern HASH = Pattern.compile("\\{bcrypt}\\$2[aby]\\$\\d\\d\\$.{53}");

    User {
        if (!NAME.matcher(name).matches()) {
            throw new MisconfiguredAccessException("the name of a user is not " + NAME);
        }
        if (!HASH.matcher(hash).matches()) {
            throw new MisconfiguredAccessException(
                    "the password of " + name + " is not what ./perfwatch hash-password prints");
        }
    }

    static User of(GatewayProperties.Access.User configured) {
        return of(configured.name(), configured.role(), configured.password());
    }

    /** A line of the file: name, role, hash. */
    static User of(String line) {
        String[] words = line.split("\\s+", -1);
        if (words.length != 3) {
            throw new MisconfiguredAccessException("a line is not: NAME ROLE HASH");
        }
        return of(words[0], words[1], words[2]);
    }

    private static User of(String name, String role, String hash) {
        try {
            return new User(name, Role.of(role), hash);
        } catch (IllegalArgumentException e) {
            throw new MisconfiguredAccessException(name + ": " + e.getMessage());
        }
    }

    UserDetails details() {
        return org.springframework.security.core.userdetails.User.withUsername(name)
                .password(hash)
                .authorities(role.authorities())
                .build();
    }
}
