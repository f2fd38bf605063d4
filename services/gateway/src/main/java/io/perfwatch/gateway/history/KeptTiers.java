package io.perfwatch.gateway.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far back each tier goes: to the beginning of its oldest partition. Asked each minute. */
@Repository
class KeptTiers {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(Map<Tier, Instant> since, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    KeptTiers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The end of time if it has no partitions. */
    Instant since(Tier tier) {
        Instant now = clock.instant();
        Known last = known;
        if (last.at.isBefore(now.minus(FRESH))) {
            last = new Known(ask(), now);
            known = last;
        }
        return last.since.getOrDefault(tier, Instant.MAX);
    }

    private Map<Tier, Instant> ask() {
        Map<Tier, Instant> since = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            jdbc.sql(
                            """
                            select min(coalesce(
                                substring(pg_get_expr(relpartbound, oid) from 'FROM \\(''([^'']+)''')::timestamptz,
                                '-infinity'))
                            from pg_class join pg_inherits on inhrelid = oid
                            where inhparent = to_regclass(:table) and relpartbound is not null
                            """)
                    .param("table", tier.table())
                    .query(OffsetDateTime.class)
                    .optional()
                    .ifPresent(oldest -> since.put(tier, oldest.toInstant()));
        }
        return since;
    }
}
