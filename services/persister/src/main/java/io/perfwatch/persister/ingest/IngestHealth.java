package io.perfwatch.persister.ingest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Liveness ({@code ingest}) is the thread's, readiness ({@code storage}) the database's. */
@Configuration
class IngestHealth {

    /** Only a new process can help. */
    @Bean
    HealthIndicator ingestHealthIndicator(IngestStatus status) {
        return () -> health(status.end());
    }

    /** It helps to wait. */
    @Bean
    HealthIndicator storageHealthIndicator(IngestStatus status) {
        return () -> health(status.problem());
    }

    private static Health health(@Nullable String problem) {
        return problem == null
                ? Health.up().build()
                : Health.down().withDetail("problem", problem).build();
    }
}
