package io.perfwatch.bench.simulate;

import io.perfwatch.metric.Catalogue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a value moves from one tick to the next, in whole steps of what its source knows: about a
 * third of a real host's values stay as they are, most others drift, and now and then one spikes.
 *
 * @param decimals of the value: 4 for a ratio, 0 for bytes
 * @param largest in steps of the last decimal
 * @param multiple of which each value is one, in steps of the last decimal: memory is counted in
 *     pages, a file system in blocks
 * @param typical null where nothing better than the unit is known
 */
public record Walk(int decimals, long largest, long multiple, @Nullable Typical typical) {
    private static final double STAYS = 0.35;
    private static final double SPIKES = 0.002;
    private static final double RETURNS = 0.1;
    private static final double UNEVEN = 0.2;
    private static final long PAGE = 4096;

    static Walk of(Catalogue.Entry entry) {
        Walk walk = ofUnit(entry);
        Typical typical = Typical.of(entry.path());
        return typical == null ? walk : walk.typically(typical, entry.kind().equals("ratio"));
    }

    private static Walk ofUnit(Catalogue.Entry entry) {
        return switch (entry.unit()) {
            case "By" -> new Walk(0, 64L << 30, PAGE, null);
            case "By/s" -> new Walk(0, 1_000_000_000L, 1, null);
            case "1/s" -> new Walk(1, 1_000_000, 1, null);
            case "s" -> new Walk(4, 5_000, 1, null);
            case "Hz" -> new Walk(0, 4_000_000_000L, 1, null);
            case "Cel", "W", "{core}" -> new Walk(1, 1_000, 1, null);
            default ->
                    entry.kind().equals("gauge")
                            ? new Walk(0, 1_000, 1, null)
                            : new Walk(4, 10_000, 1, null);
        };
    }

    /** A ratio may spike up to 1, other numbers a fifth above what is typical. */
    private Walk typically(Typical ends, boolean ratio) {
        double most = Math.max(ends.atRest(), ends.atFullLoad());
        int digits = Math.max(decimals, ends.decimals());
        return new Walk(digits, ratio ? largest : steps(most * 1.2, digits), multiple, ends);
    }

    private static long steps(double value, int decimals) {
        return Math.round(value * Math.pow(10, decimals));
    }

    /**
     * Where it comes back to: by the host's load, a little uneven; somewhere in the lower half if
     * nothing typical is known.
     */
    long start(double load, RandomGenerator random) {
        if (typical == null) {
            return whole(random.nextLong(largest / 2 + 1));
        }
        double own = load * (1 + UNEVEN * (random.nextDouble() - 0.5));
        return whole(Math.clamp(steps(typical.at(own), decimals), 0, largest));
    }

    private long whole(long value) {
        return value - value % multiple;
    }

    /**
     * @param home where the value comes back to
     */
    long next(long value, long home, RandomGenerator random) {
        double dice = random.nextDouble();
        if (dice < STAYS || (typical != null && typical.isConstant())) {
            return value;
        }
        if (dice > 1 - SPIKES) {
            return whole(Math.min(largest, home * 4 + largest / 50));
        }
        long noise = Math.round((dice - (1 + STAYS) / 2) * 0.04 * home);
        long moved = value + Math.round((home - value) * RETURNS) + noise;
        return whole(Math.clamp(moved, 0, largest));
    }
}
