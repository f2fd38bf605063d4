package io.perfwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

final class GatewayPropertiesTest {
    @Test
    void defaults_areWhatTheJavadocSays() {
        GatewayProperties properties = bind(Map.of());

        assertThat(properties.allowedHosts()).isEmpty();
        assertThat(properties.allowedOrigins()).isEmpty();
        assertThat(properties.softHeapLimit().toBytes()).isZero();
        assertThat(properties.access())
                .isEqualTo(
                        new GatewayProperties.Access(
                                List.of(),
                                "",
                                Duration.ofHours(12),
                                new GatewayProperties.Access.Database("perfwatch_access", "")));
        assertThat(properties.recent())
                .isEqualTo(
                        new GatewayProperties.Recent(
                                DataSize.ofMegabytes(64), Duration.ofMinutes(15)));
        assertThat(properties.live())
                .isEqualTo(
                        new GatewayProperties.Live(
                                2000,
                                16_384,
                                1000,
                                5,
                                120,
                                512,
                                Duration.ofHours(1),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(60)));
        assertThat(properties.hosts())
                .isEqualTo(
                        new GatewayProperties.Hosts(
                                Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofDays(7)));
        assertThat(properties.history())
                .isEqualTo(new GatewayProperties.History(5000, 500, Duration.ofDays(3660), 2));
        assertThat(properties.prometheus()).isEqualTo(new GatewayProperties.Prometheus(50_000));
    }

    @Test
    void everyKey_isRead() {
        GatewayProperties properties =
                bind(
                        Map.ofEntries(
                                Map.entry("allowed-hosts", "perf.example,10.0.0.1"),
                                Map.entry("allowed-origins", "http://localhost:5173"),
                                Map.entry("soft-heap-limit", "65MB"),
                                Map.entry("access.users[0].name", "ada"),
                                Map.entry("access.users[0].role", "viewer"),
                                Map.entry("access.users[0].password", "{bcrypt}x"),
                                Map.entry("access.users-file", "/run/secrets/users"),
                                Map.entry("access.session-timeout", "1h"),
                                Map.entry("access.database.username", "keeper"),
                                Map.entry("access.database.password", "secret"),
                                Map.entry("recent.size", "8MB"),
                                Map.entry("recent.window", "2m"),
                                Map.entry("live.max-connections", "1"),
                                Map.entry("live.max-message-bytes", "1024"),
                                Map.entry("live.max-hosts", "2"),
                                Map.entry("live.max-bad-messages", "3"),
                                Map.entry("live.max-messages-per-minute", "4"),
                                Map.entry("live.queue-length", "5"),
                                Map.entry("live.max-replay", "6m"),
                                Map.entry("live.send-timeout", "7s"),
                                Map.entry("live.ping-interval", "8s"),
                                Map.entry("live.idle-timeout", "9s"),
                                Map.entry("hosts.late-after", "3s"),
                                Map.entry("hosts.gone-after", "30s"),
                                Map.entry("hosts.hidden-after", "1d"),
                                Map.entry("history.max-points", "100"),
                                Map.entry("history.max-series", "20"),
                                Map.entry("history.max-range", "2h"),
                                Map.entry("history.max-exports", "3"),
                                Map.entry("prometheus.max-series", "700")));

        assertThat(properties)
                .isEqualTo(
                        new GatewayProperties(
                                List.of("perf.example", "10.0.0.1"),
                                List.of("http://localhost:5173"),
                                DataSize.ofMegabytes(65),
                                new GatewayProperties.Access(
                                        List.of(
                                                new GatewayProperties.Access.User(
                                                        "ada", "viewer", "{bcrypt}x")),
                                        "/run/secrets/users",
                                        Duration.ofHours(1),
                                        new GatewayProperties.Access.Database("keeper", "secret")),
                                new GatewayProperties.Recent(
                                        DataSize.ofMegabytes(8), Duration.ofMinutes(2)),
                                new GatewayProperties.Live(
                                        1,
                                        1024,
                                        2,
                                        3,
                                        4,
                                        5,
                                        Duration.ofMinutes(6),
                                        Duration.ofSeconds(7),
                                        Duration.ofSeconds(8),
                                        Duration.ofSeconds(9)),
                                new GatewayProperties.Hosts(
                                        Duration.ofSeconds(3),
                                        Duration.ofSeconds(30),
                                        Duration.ofDays(1)),
                                new GatewayProperties.History(100, 20, Duration.ofHours(2), 3),
                                new GatewayProperties.Prometheus(700)));
    }

    @Test
    void badValue_stopsTheStartAndIsNamed() {
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues("perfwatch.gateway.live.queue-length=0")
                .run(context ->
                        assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessage(
                                        "perfwatch.gateway.live.queue-length must be 1 to 100000, was 0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    allowed-hosts               | ,                                | given, was blank
                    allowed-origins             | ,                                | given, was blank
                    access.session-timeout      | 59s                              | at least 60s, was 59s
                    recent.window               | 25h                              | 1s to 86400s, was 90000s
                    live.max-connections        | 0                                | 1 to 100000, was 0
                    live.max-message-bytes      | 255                              | 256 to 1048576, was 255
                    live.max-hosts              | 0                                | 1 to 100000, was 0
                    live.max-bad-messages       | 1001                             | 1 to 1000, was 1001
                    live.max-messages-per-minute| 0                                | 1 to 100000, was 0
                    live.max-replay             | -1s                              | at least 0s, was -1s
                    live.send-timeout           | 99ms                             | at least 100ms, was 99ms
                    live.ping-interval          | 99ms                             | at least 100ms, was 99ms
                    live.idle-timeout           | 99ms                             | at least 100ms, was 99ms
                    hosts.late-after            | 0s                               | at least 1s, was 0s
                    hosts.gone-after            | 0s                               | at least 1s, was 0s
                    hosts.hidden-after          | 0s                               | at least 1s, was 0s
                    history.max-points          | 9                                | 10 to 100000, was 9
                    history.max-series          | 0                                | 1 to 100000, was 0
                    history.max-range           | 59s                              | at least 60s, was 59s
                    history.max-exports         | 101                              | 1 to 100, was 101
                    prometheus.max-series       | 1000001                          | 1 to 1000000, was 1000001
                    """)
    void outOfRange_isRefusedAndNamed(String key, String value, String said) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .hasMessage("perfwatch.gateway." + key + " must be " + said);
    }

    @Test
    void userWithoutPassword_isRefused() {
        assertThatThrownBy(() ->
                        bind(
                                Map.of(
                                        "access.users[0].name", "ada",
                                        "access.users[0].role", "viewer",
                                        "access.users[0].password", " ")))
                .rootCause()
                .hasMessage("perfwatch.gateway.access.users.password must be given, was blank");
    }

    @Test
    void recentSize_outOfRangeIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("recent.size", "10KB")))
                .rootCause()
                .hasMessageContaining("perfwatch.gateway.recent.size must be 1MB to 4GB");
    }

    private static GatewayProperties bind(Map<String, String> values) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        values.forEach((key, value) -> source.put("perfwatch.gateway." + key, value));
        return new Binder(source).bindOrCreate("perfwatch.gateway", GatewayProperties.class);
    }

    @EnableConfigurationProperties(GatewayProperties.class)
    static final class Bound {}
}
