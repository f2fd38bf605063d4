package io.perfwatch.bench.simulate;

import io.perfwatch.metric.Catalogue;
import java.util.random.RandomGenerator;

/**
 * How a value moves from one tick to the next, in whole steps of what its source knows: about a
 * third of a real host's values stay as they are, most others drift, and now and then one spikes.
 *
 * @param decimals of the value: 4 for a ratio, 0 for bytes
 * @param largest in steps of the last decimal
 */
record Walk(int decimals, long largest) {
    private static final double STAYS = 0.35;
    private static final double SPIKES = 0.002;
    private static final double RETURNS = 0.1;

    static Walk of(Catalogue.Entry entry) {
        return switch (entry.unit()) {
            case "By" -> new Walk(0, 64L << 30);
            case "By/s" -> new Walk(1, 10_000_000_000L);
            case "1/s" -> new Walk(1, 1_000_000);
            case "s" -> new Walk(4, 5_000);
            case "Hz" -> new Walk(0, 4_000_000_000L);
            case "Cel", "W", "{core}" -> new Walk(1, 1_000);
            default -> entry.kind().equals("gauge") ? new Walk(0, 1_000) : new Walk(4, 10_000);
        };
    }

    /** Somewhere in the lower half. */
    long start(RandomGenerator random) {
        return random.nextLong(largest / 2 + 1);
    }

    /**
     * @param home where the value comes back to
     */
    long next(long value, long home, RandomGenerator random) {
        double dice = random.nextDouble();
        if (dice < STAYS) {
            return value;
        }
        if (dice > 1 - SPIKES) {
            return Math.min(largest, home * 4 + largest / 50);
        }
        long noise = Math.round((dice - (1 + STAYS) / 2) * 0.04 * home);
        return Math.clamp(value + Math.round((home - value) * RETURNS) + noise, 0, largest);
    }
}
