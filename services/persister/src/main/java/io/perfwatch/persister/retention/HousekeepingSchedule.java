package io.perfwatch.persister.retention;

import io.perfwatch.persister.table.Migrations;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** When to keep house: four times a minute. */
@Component
@EnableScheduling
class HousekeepingSchedule {
    private static final Logger log = LoggerFactory.getLogger(HousekeepingSchedule.class);

    private final Housekeeping housekeeping;
    private final Migrations migrations;
    private final Clock clock;

    HousekeepingSchedule(Housekeeping housekeeping, Migrations migrations, Clock clock) {
        this.housekeeping = housekeeping;
        this.migrations = migrations;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void keep() {
        if (!migrations.areDone()) {
            return;
        }
        try {
            housekeeping.keep(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            log.warn("partitions are made and dropped later: {}", e.getMessage());
        }
    }
}
