package io.perfwatch.gateway.access;

import io.perfwatch.gateway.GatewayProperties;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Two viewers and an operator, with cheap hashes. */
public final class TestUsers {
    static final String PASSWORD = "correct horse battery";
    static final String HASH = hash(PASSWORD);
    static final User VIEWER = new User("vera", Role.VIEWER, HASH);
    static final User OPERATOR = new User("olga", Role.OPERATOR, HASH);
    static final User GUEST = new User("gina", Role.VIEWER, HASH);

    private TestUsers() {}

    static String hash(String password) {
        return "{bcrypt}" + new BCryptPasswordEncoder(4).encode(password);
    }

    /** As settings of the gateway, without their common prefix. */
    static String[] settings(User... users) {
        return IntStream.range(0, users.length)
                .boxed()
                .flatMap(i ->
                        Stream.of(
                                "access.users[%d].name=%s".formatted(i, users[i].name()),
                                "access.users[%d].role=%s".formatted(i, users[i].role().word()),
                                "access.users[%d].password=%s".formatted(i, users[i].hash())))
                .toArray(String[]::new);
    }

    public static String[] settings() {
        return settings(VIEWER, OPERATOR, GUEST);
    }

    static Users of(List<User> users) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        for (String setting : settings(users.toArray(User[]::new))) {
            String[] pair = setting.split("=", 2);
            source.put("perfwatch.gateway." + pair[0], pair[1]);
        }
        return new Users(bind(source));
    }

    static Users ofFile(String file) {
        return new Users(
                bind(
                        new MapConfigurationPropertySource(
                                Map.of("perfwatch.gateway.access.users-file", file))));
    }

    private static GatewayProperties bind(MapConfigurationPropertySource source) {
        return new Binder(source).bindOrCreate("perfwatch.gateway", GatewayProperties.class);
    }
}
