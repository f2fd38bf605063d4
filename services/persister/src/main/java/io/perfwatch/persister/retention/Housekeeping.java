package io.perfwatch.persister.retention;

import io.perfwatch.persister.completeness.EventCounts;
import io.perfwatch.persister.hosts.ForgottenHosts;
import io.perfwatch.persister.table.Partitions;
import io.perfwatch.persister.table.Tier;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes partitions before they are needed, and drops them when all of it is older than the
 * retention and rolled up. Two persisters may do so at once.
 */
@Component
class Housekeeping {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    /** Events up to the retention are still being written while the newest wait in the broker. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** How long a broker may hold events that were sent before a host was forgotten. */
    private static final Duration LONGEST_REPLAY = Duration.ofDays(7);

    /** Each looks at all counts, and what becomes of them changes by the day. */
    private static final Duration BETWEEN_COUNTS = Duration.ofHours(1);

    private final Retention retention;
    private final Partitions partitions;
    private final TierTable tiers;
    private final EventCounts counts;
    private final ForgottenHosts forgotten;
    private Instant nextCounts = Instant.EPOCH;

    Housekeeping(
            Retention retention,
            Partitions partitions,
            JdbcClient jdbc,
            EventCounts counts,
            ForgottenHosts forgotten) {
        this.retention = retention;
        this.partitions = partitions;
        this.tiers = new TierTable(jdbc);
        this.counts = counts;
        this.forgotten = forgotten;
    }

    /**
     * @throws org.springframework.dao.DataAccessException if it is to be done later
     */
    void keep(Instant now) {
        for (Tier tier : Tier.values()) {
            tiers.tell(tier, retention.current().of(tier));
            partitions.ensureAhead(tier, now);
        }
        forgotten.remove(now.minus(LONGEST_REPLAY));
        for (Tier tier : Tier.values()) {
            drop(tier, retention.border(tier, now).minus(MARGIN));
        }
        if (!now.isBefore(nextCounts)) {
            counts.fold(retention.border(Tier.MINUTE, now));
            counts.drop(retention.border(Tier.HOUR, now));
            nextCounts = now.plus(BETWEEN_COUNTS);
        }
    }

    private void drop(Tier tier, Instant border) {
        for (Instant end : partitions.ended(tier, border)) {
            if (tiers.isAwaited(tier, end)) {
                log.warn("{} until {} is kept: it is not rolled up yet", tier.table(), end);
                return;
            }
            tiers.dropUntil(tier, end);
            partitions.drop(tier, end).forEach(name -> log.info("dropped {}", name));
        }
    }
}
