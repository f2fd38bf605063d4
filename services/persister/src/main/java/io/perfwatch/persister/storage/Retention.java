package io.perfwatch.persister.storage;

import io.perfwatch.persister.PersisterProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Partitions are made before they are needed, and go when all of it is older than the retention.
 */
@Component
@EnableScheduling
class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** Events up to the retention are still being written while the newest wait in the broker. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Storage storage;
    private final PersisterProperties properties;
    private final Clock clock;

    Retention(Storage storage, PersisterProperties properties, Clock clock) {
        this.storage = storage;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void keep() {
        Instant now = clock.instant();
        try {
            storage.keep(now, now.minus(properties.rawRetention()).minus(MARGIN));
        } catch (DataAccessException | TransactionException e) {
            log.warn("partitions are made and dropped later: {}", e.getMessage());
        }
    }
}
