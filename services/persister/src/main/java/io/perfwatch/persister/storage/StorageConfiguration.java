package io.perfwatch.persister.storage;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StorageConfiguration {

    /** Not while the service starts: the database may be away then. {@link Storage} does it. */
    @Bean
    FlywayMigrationStrategy migrateLater() {
        return _ -> {};
    }
}
