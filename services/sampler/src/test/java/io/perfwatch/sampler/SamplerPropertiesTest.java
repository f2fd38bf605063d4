package io.perfwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SamplerPropertiesTest {
    private static SamplerProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("perfwatch.sampler", SamplerProperties.class);
    }

    @Test
    void defaults() {
        SamplerProperties properties = bind(Map.of());
        assertThat(properties.host()).isNull();
        assertThat(properties.rootPath()).isEqualTo("/");
        assertThat(properties.labels()).isEmpty();
        assertThat(properties.intervals()).isEmpty();
        assertThat(properties.disabledFamilies()).isEmpty();
        assertThat(properties.patience()).isEqualTo(Duration.ofMillis(300));
        assertThat(properties.queueSize()).isEqualTo(DataSize.ofMegabytes(8));
        assertThat(properties.flushTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.interval("cpu")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fullMapping() {
        SamplerProperties properties =
                bind(
                        Map.of(
                                "perfwatch.sampler.host", "web-1",
                                "perfwatch.sampler.root-path", "/host",
                                "perfwatch.sampler.labels.zone", "a",
                                "perfwatch.sampler.intervals.cpu", "100ms",
                                "perfwatch.sampler.disabled-families", "memory",
                                "perfwatch.sampler.patience", "1s",
                                "perfwatch.sampler.queue-size", "1MB",
                                "perfwatch.sampler.flush-timeout", "0s"));
        assertThat(properties.host()).isEqualTo("web-1");
        assertThat(properties.rootPath()).isEqualTo("/host");
        assertThat(properties.labels()).isEqualTo(Map.of("zone", "a"));
        assertThat(properties.interval("cpu")).isEqualTo(Duration.ofMillis(100));
        assertThat(properties.disabledFamilies()).isEqualTo(Set.of("memory"));
        assertThat(properties.patience()).isEqualTo(Duration.ofSeconds(1));
        assertThat(properties.queueSize()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(properties.flushTimeout()).isZero();
    }

    @Test
    void whatIsOutOfRange_isRefusedByKeyAndValue() {
        refused("intervals.cpu", "99ms")
                .hasRootCauseMessage(
                        "perfwatch.sampler.intervals.cpu must be between PT0.1S and PT1H, was"
                                + " PT0.099S");
        refused("patience", "1ms").hasStackTraceContaining("was PT0.001S");
        refused("queue-size", "1KB").hasStackTraceContaining("was 1024B");
        refused("flush-timeout", "2m").hasStackTraceContaining("was PT2M");
        refused("disabled-families", "cup")
                .hasStackTraceContaining("\"cup\" is no family, there are [");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
            String key, String value) {
        return assertThatThrownBy(() -> bind(Map.of("perfwatch.sampler." + key, value)));
    }
}
