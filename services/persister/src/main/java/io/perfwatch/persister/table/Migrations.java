package io.perfwatch.persister.table;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Makes the tables, once, as soon as the database answers. */
@Component
public class Migrations {
    private final Flyway flyway;
    private volatile boolean done;

    Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * Nothing if the tables are there. A second thread or persister waits for the first one.
     *
     * @throws DataAccessResourceFailureException if the database does not answer now
     */
    public synchronized void run() {
        if (!done) {
            try {
                flyway.migrate();
                done = true;
            } catch (FlywayException e) {
                throw new DataAccessResourceFailureException("the tables cannot be made", e);
            }
        }
    }

    /** Whether the tables are there: before, nothing can be asked of them. */
    public boolean areDone() {
        return done;
    }

    @Configuration
    static class Later {
        /** Not while the service starts: the database may be away then. */
        @Bean
        FlywayMigrationStrategy migrateLater() {
            return _ -> {};
        }
    }
}
