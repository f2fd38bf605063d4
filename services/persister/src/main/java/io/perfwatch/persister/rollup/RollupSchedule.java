package io.perfwatch.persister.rollup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.perfwatch.persister.PersisterProperties;
import io.perfwatch.persister.table.Migrations;
import io.perfwatch.persister.table.Tier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** When to roll up: soon after a span is over, and not so fast that nothing else gets done. */
@Component
class RollupSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(RollupSchedule.class);

    /** What is sampled is stored 75 s later; what comes later than that is rolled up again. */
    private static final Duration DELAY = Duration.ofMinutes(2);

    private static final List<Tier> TIERS = List.of(Tier.MINUTE, Tier.HOUR);

    private final Rollups rollups;
    private final DirtyRows dirty;
    private final Migrations migrations;
    private final PersisterProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;

    /** When the oldest row was over that is to be rolled up, as the database last said. */
    private volatile @Nullable Instant oldest;

    RollupSchedule(
            Rollups rollups,
            DirtyRows dirty,
            Migrations migrations,
            PersisterProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.rollups = rollups;
        this.dirty = dirty;
        this.migrations = migrations;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        Gauge.builder("perfwatch.persister.rollup.delay", this, RollupSchedule::delay)
                .description("How long ago the oldest row was over that is to be rolled up")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::roll, properties.interval());
    }

    private void roll() {
        if (!migrations.areDone()) {
            return;
        }
        try {
            // First, so that it is known also when nothing can be rolled up.
            oldest = oldest();
            for (Tier tier : TIERS) {
                roll(tier);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("rolled up later: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void roll(Tier tier) throws InterruptedException {
        Timer timer = meters.timer("perfwatch.persister.rollup", "tier", tier.tierName());
        boolean more = true;
        while (more) {
            long begin = System.nanoTime();
            more = rollups.roll(tier, clock.instant().minus(DELAY)) > 0;
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            timer.record(taken);
            oldest = oldest();
            // At most half of the time, so that an hour's end does not stand in the ingest's way.
            Thread.sleep(taken);
        }
    }

    private @Nullable Instant oldest() {
        Instant now = clock.instant();
        return TIERS.stream()
                .flatMap(tier -> dirty.closed(tier, now, 1).stream())
                .map(row -> row.mark().start().plus(row.mark().tier().rowLength()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** It grows by itself while nothing is rolled up, whatever the reason. */
    private double delay() {
        Instant end = oldest;
        return end == null ? 0 : Duration.between(end, clock.instant()).toMillis() / 1000.0;
    }
}
