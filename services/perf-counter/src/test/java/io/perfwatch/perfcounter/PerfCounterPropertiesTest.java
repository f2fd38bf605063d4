package io.perfwatch.perfcounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.perfcounter.plan.Choice;
import io.perfwatch.perfcounter.plan.EventGroup;
import io.perfwatch.perfcounter.plan.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class PerfCounterPropertiesTest {
    @Test
    void defaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new PerfCounterProperties(
                                null,
                                "/",
                                Map.of(),
                                "perf",
                                Duration.ofSeconds(1),
                                Profile.DEFAULT,
                                "",
                                false,
                                0.1,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(10),
                                DataSize.ofMegabytes(8),
                                Duration.ofSeconds(5)));
    }

    @Test
    void fullMapping() {
        Map<String, String> all =
                Map.ofEntries(
                        Map.entry("host", "web-1"),
                        Map.entry("root-path", "/host"),
                        Map.entry("labels.zone", "a"),
                        Map.entry("perf", "/opt/perf"),
                        Map.entry("interval", "250ms"),
                        Map.entry("profile", "wide"),
                        Map.entry("events", "{cycles,instructions},task-clock"),
                        Map.entry("per-core", "true"),
                        Map.entry("unreliable-below", "0.2"),
                        Map.entry("retry", "3s"),
                        Map.entry("patience", "20s"),
                        Map.entry("queue-size", "16MB"),
                        Map.entry("flush-timeout", "1s"));

        PerfCounterProperties properties = bind(all);

        assertThat(properties)
                .isEqualTo(
                        new PerfCounterProperties(
                                "web-1",
                                "/host",
                                Map.of("zone", "a"),
                                "/opt/perf",
                                Duration.ofMillis(250),
                                Profile.WIDE,
                                "{cycles,instructions},task-clock",
                                true,
                                0.2,
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(20),
                                DataSize.ofMegabytes(16),
                                Duration.ofSeconds(1)));
        assertThat(properties.settings().choices())
                .containsExactly(
                        new Choice(List.of(EventGroup.of("cycles", "instructions"))),
                        new Choice(List.of(EventGroup.of("task-clock"))));
        assertThat(properties.settings().topDown()).as("of the profile only").isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interval|50ms|interval must be between PT0.1S and PT1M, was PT0.05S",
                "unreliable-below|1.5|unreliable-below must be between 0.0 and 1.0, was 1.5",
                "events|{a|events '{a': a { without its }",
                "perf|' '|perf must name a program",
                "queue-size|1KB|queue-size must be between",
                "patience|1ms|patience must be between",
            })
    void badValue_isNamedWithWhatIsAllowed(String key, String value, String message) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining("perfwatch.perf-counter." + message);
    }

    @Test
    void patience_isNeverShorterThanThreeIntervals() {
        assertThat(bind(Map.of("interval", "30s")).settings().patience())
                .isEqualTo(Duration.ofSeconds(90));
    }

    private static PerfCounterProperties bind(Map<String, String> values) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        values.forEach((key, value) -> source.put("perfwatch.perf-counter." + key, value));
        return new Binder(source)
                .bindOrCreate("perfwatch.perf-counter", PerfCounterProperties.class);
    }
}
