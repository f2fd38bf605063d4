package io.perfwatch.perfcounter.derive;

import io.perfwatch.perfcounter.output.PerfLine.Counted;
import io.perfwatch.perfcounter.output.PerfLine.Missing;
import io.perfwatch.perfcounter.output.PerfLine.Reading;

/** A count over CPUs and PMUs. What is missing in one part is missing in the sum. */
sealed interface Tally {

    /**
     * @param count in seconds for a clock, else a plain count
     * @param enabledNanos time in which it was wanted
     */
    record Present(double count, boolean clock, double runningNanos, double enabledNanos)
            implements Tally {
        double runningRatio() {
            return Math.min(1, runningNanos / enabledNanos);
        }
    }

    record Absent(Missing why) implements Tally {}

    static Tally of(Reading reading) {
        return switch (reading.value()) {
            case Missing why -> new Absent(why);
            case Counted counted -> {
                double secondsPerUnit = secondsPer(reading.unit());
                yield new Present(
                        counted.count() * (secondsPerUnit == 0 ? 1 : secondsPerUnit),
                        secondsPerUnit != 0,
                        counted.runningNanos(),
                        counted.runningNanos() / counted.runningRatio());
            }
        };
    }

    private static double secondsPer(String unit) {
        return switch (unit) {
            case "sec", "s" -> 1;
            case "msec", "ms" -> 1e-3;
            case "usec", "us" -> 1e-6;
            case "nsec", "ns" -> 1e-9;
            default -> 0;
        };
    }

    default Tally plus(Tally other) {
        return switch (this) {
            case Absent absent -> absent;
            case Present mine ->
                    switch (other) {
                        case Absent absent -> absent;
                        case Present theirs ->
                                new Present(
                                        mine.count + theirs.count,
                                        mine.clock,
                                        mine.runningNanos + theirs.runningNanos,
                                        mine.enabledNanos + theirs.enabledNanos);
                    };
        };
    }
}
