package io.perfwatch.persister.retention;

import io.perfwatch.persister.table.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database tells of the tiers. */
final class TierTable {
    private final JdbcClient jdbc;

    TierTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void tell(Tier tier, Duration retention) {
        jdbc.sql(
                        """
                        update tier set retention = make_interval(secs => :seconds)
                        where name = :name and retention <> make_interval(secs => :seconds)
                        """)
                .param("seconds", retention.toSeconds())
                .param("name", tier.tierName())
                .update();
    }

    /** Whether a row above what ended until {@code end} is still to be computed from it. */
    boolean isAwaited(Tier tier, Instant end) {
        return jdbc.sql(
                        """
                        select exists (
                            select from dirty
                            where tier = ? and start < ?::timestamptz and set_aside is null
                                and start >= (select dropped_until from tier where name = ?))
                        """)
                .params(above(tier), end.toString(), tier.tierName())
                .query(Boolean.class)
                .single();
    }

    private static String above(Tier tier) {
        return Arrays.stream(Tier.values())
                .filter(other -> other.source().equals(Optional.of(tier)))
                .map(Tier::tierName)
                .findFirst()
                .orElse("");
    }

    /** From now on nothing before {@code end} is computed again. */
    void dropUntil(Tier tier, Instant end) {
        jdbc.sql(
                        """
                        update tier set dropped_until = greatest(dropped_until, ?::timestamptz)
                        where name = ?
                        """)
                .params(end.toString(), tier.tierName())
                .update();
    }
}
