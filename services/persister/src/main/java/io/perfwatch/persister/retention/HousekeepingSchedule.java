package io.perfwatch.persister.retention;

import io.perfwatch.persister.PersisterProperties;
import io.perfwatch.persister.table.Migrations;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** When to keep house. */
@Component
class HousekeepingSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(HousekeepingSchedule.class);

    private final Housekeeping housekeeping;
    private final Migrations migrations;
    private final Retention retention;
    private final PersisterProperties properties;
    private final Clock clock;

    HousekeepingSchedule(
            Housekeeping housekeeping,
            Migrations migrations,
            Retention retention,
            PersisterProperties properties,
            Clock clock) {
        this.housekeeping = housekeeping;
        this.migrations = migrations;
        this.retention = retention;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::keep, properties.interval());
    }

    private void keep() {
        if (!migrations.areDone() || !retention.known().isDone()) {
            return;
        }
        try {
            housekeeping.keep(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            log.warn("partitions are made and dropped later: {}", e.getMessage());
        }
    }
}
