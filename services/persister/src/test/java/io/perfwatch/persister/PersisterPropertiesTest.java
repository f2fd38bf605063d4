package io.perfwatch.persister;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class PersisterPropertiesTest {
    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void thereAreDefaults() {
        service.run(context ->
                assertThat(context.getBean(PersisterProperties.class))
                        .isEqualTo(
                                new PersisterProperties(
                                        Duration.ofDays(2),
                                        Duration.ofDays(30),
                                        Duration.ofDays(730),
                                        Duration.ofSeconds(4),
                                        Duration.ofMinutes(1),
                                        null,
                                        500,
                                        1,
                                        Duration.ofSeconds(10))));
    }

    @Test
    void everythingCanBeConfigured() {
        service.withPropertyValues(
                        "perfwatch.persister.raw-retention=6h",
                        "perfwatch.persister.minute-retention=7d",
                        "perfwatch.persister.hour-retention=90d",
                        "perfwatch.persister.grace=1s",
                        "perfwatch.persister.tolerance=5m",
                        "perfwatch.persister.buffer=64MB",
                        "perfwatch.persister.batch=50",
                        "perfwatch.persister.threads=2",
                        "perfwatch.persister.interval=1s")
                .run(context ->
                        assertThat(context.getBean(PersisterProperties.class))
                                .isEqualTo(
                                        new PersisterProperties(
                                                Duration.ofHours(6),
                                                Duration.ofDays(7),
                                                Duration.ofDays(90),
                                                Duration.ofSeconds(1),
                                                Duration.ofMinutes(5),
                                                DataSize.ofMegabytes(64),
                                                50,
                                                2,
                                                Duration.ofSeconds(1))));
    }

    @Test
    void theBufferIsSharedByTheThreads() {
        PersisterProperties properties =
                new PersisterProperties(
                        Duration.ofDays(2),
                        Duration.ofDays(30),
                        Duration.ofDays(730),
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(1),
                        DataSize.ofMegabytes(64),
                        500,
                        2,
                        Duration.ofSeconds(10));
        assertThat(properties.bufferBytes()).isEqualTo(32 << 20);
    }

    @Test
    void aWrongSettingStopsTheStartAndIsNamed() {
        service.withPropertyValues("perfwatch.persister.raw-retention=1m")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("perfwatch.persister")
                                .hasMessageContaining("rawRetention"));
    }

    @EnableConfigurationProperties(PersisterProperties.class)
    static class Settings {}
}
