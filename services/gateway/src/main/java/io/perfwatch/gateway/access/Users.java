package io.perfwatch.gateway.access;

import io.perfwatch.gateway.GatewayProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The users of configuration and of the file; none: nobody has to log in. */
@Component
final class Users implements UserDetailsService {
    private final Map<String, User> users = new HashMap<>();

    Users(GatewayProperties properties) {
        GatewayProperties.Access access = properties.access();
        Stream.concat(
                        access.users().stream().map(User::of),
                        lines(access.usersFile()).map(User::of))
                .forEach(this::add);
    }

    private void add(User user) {
        if (users.put(user.name(), user) != null) {
            throw new MisconfiguredAccessException("the user " + user.name() + " is there twice");
        }
    }

    private static Stream<String> lines(String file) {
        if (file.isEmpty()) {
            return Stream.empty();
        }
        try {
            List<String> lines =
                    Files.readAllLines(Path.of(file)).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList();
            if (lines.isEmpty()) {
                throw new MisconfiguredAccessException(file + " has no users");
            }
            return lines.stream();
        } catch (IOException e) {
            throw new MisconfiguredAccessException("the file of users cannot be read: " + e);
        }
    }

    boolean isEmpty() {
        return users.isEmpty();
    }

    Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return find(name)
                .map(User::details)
                .orElseThrow(() -> new UsernameNotFoundException("not known"));
    }
}
