package io.perfwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.sampler.process.CommandLines;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SamplerPropertiesTest {
    static SamplerProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("perfwatch.sampler", SamplerProperties.class);
    }

    private static Map<String, String> settings(String lines) {
        return lines.lines()
                .map(l -> l.split("=", 2))
                .collect(Collectors.toMap(l -> "perfwatch.sampler." + l[0], l -> l[1]));
    }

    @Test
    void defaults() {
        SamplerProperties properties = bind(Map.of());
        assertThat(properties.host()).isNull();
        assertThat(properties.rootPath()).isEqualTo("/");
        assertThat(properties.source()).isEqualTo(Source.AUTO);
        assertThat(properties.labels()).isEmpty();
        assertThat(properties.intervals()).isEmpty();
        assertThat(properties.disabledFamilies()).isEmpty();
        assertThat(properties.topProcesses()).isEqualTo(20);
        assertThat(properties.topGroups()).isEqualTo(20);
        assertThat(properties.commandLines()).isEqualTo(CommandLines.REDACTED);
        assertThat(properties.interval("filesystems")).isEqualTo(Duration.ofSeconds(10));
        assertThat(properties.patience()).isEqualTo(Duration.ofMillis(300));
        assertThat(properties.queueSize()).isEqualTo(DataSize.ofMegabytes(8));
        assertThat(properties.flushTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.interval("cpu")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fullMapping() {
        SamplerProperties properties =
                bind(
                        settings(
                                """
                                host=web-1
                                root-path=/host
                                source=kernel
                                labels.zone=a
                                intervals.cpu=100ms
                                disabled-families=memory
                                top-processes=5
                                top-groups=6
                                command-lines=none
                                patience=1s
                                queue-size=1MB
                                flush-timeout=0s
                                """));
        assertThat(properties.host()).isEqualTo("web-1");
        assertThat(properties.rootPath()).isEqualTo("/host");
        assertThat(properties.source()).isEqualTo(Source.KERNEL);
        assertThat(properties.labels()).isEqualTo(Map.of("zone", "a"));
        assertThat(properties.interval("cpu")).isEqualTo(Duration.ofMillis(100));
        assertThat(properties.disabledFamilies()).isEqualTo(Set.of("memory"));
        assertThat(properties.topProcesses()).isEqualTo(5);
        assertThat(properties.topGroups()).isEqualTo(6);
        assertThat(properties.commandLines()).isEqualTo(CommandLines.NONE);
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
                .hasStackTraceContaining("\"cup\" is no family, there are [cpu, load, ");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
            String key, String value) {
        return assertThatThrownBy(() -> bind(Map.of("perfwatch.sampler." + key, value)));
    }
}
