package io.perfwatch.gateway.history;

import io.perfwatch.gateway.web.TimeRange;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Which tier answers a question. */
@Component
final class TierChoice {
    private final KeptTiers kept;

    TierChoice(KeptTiers kept) {
        this.kept = kept;
    }

    /** The coarsest that is fine enough for the points, or a coarser one that goes further back. */
    Tier of(TimeRange range, int points) {
        Tier tier = fitting(Grid.of(range, points, Tier.RAW).width());
        while (tier != tier.coarser() && beginsEarlier(tier.coarser(), tier, range.from())) {
            tier = tier.coarser();
        }
        return tier;
    }

    static Tier fitting(long width) {
        Tier fitting = Tier.RAW;
        for (Tier tier : Tier.values()) {
            if (width >= tier.span() && width > 0) {
                fitting = tier;
            }
        }
        return fitting;
    }

    private boolean beginsEarlier(Tier coarser, Tier tier, Instant from) {
        Instant since = kept.since(tier);
        return from.isBefore(since) && kept.since(coarser).isBefore(since);
    }
}
