package io.perfwatch.gateway.history;

import io.perfwatch.pack.Curve;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Some consecutive samples of a stream, or spans of samples, and of them what was asked for. Arrays
 * are shared and not to be changed.
 */
final class Stretch {
    private final Stream stream;
    private final Tier tier;
    private final long[] times;
    private final List<UUID> runs;
    private final double[] run;
    private final double[] sequence;
    private final double[] samples;
    private final Map<String, Curve> curves;
    private final int first;
    private final int end;

    private Stretch(Stretch whole, int first, int end) {
        stream = whole.stream;
        tier = whole.tier;
        times = whole.times;
        runs = whole.runs;
        run = whole.run;
        sequence = whole.sequence;
        samples = whole.samples;
        curves = whole.curves;
        this.first = first;
        this.end = end;
    }

    /**
     * @param times of samples, or the beginnings of spans, epoch milliseconds, ascending
     * @param run of each, index into {@code runs}; of a span, that of its newest sample
     * @param sequence likewise
     * @param samples of each span; of samples 1 each
     * @param curves by whole path
     */
    Stretch(
            Stream stream,
            Tier tier,
            long[] times,
            List<UUID> runs,
            double[] run,
            double[] sequence,
            double[] samples,
            Map<String, Curve> curves) {
        this.stream = stream;
        this.tier = tier;
        this.times = times;
        this.runs = runs;
        this.run = run;
        this.sequence = sequence;
        this.samples = samples;
        this.curves = curves;
        first = 0;
        end = times.length;
    }

    Stream stream() {
        return stream;
    }

    Tier tier() {
        return tier;
    }

    Map<String, Curve> curves() {
        return curves;
    }

    /** Index of the first that counts. */
    int first() {
        return first;
    }

    /** Index behind the last that counts. */
    int end() {
        return end;
    }

    boolean isEmpty() {
        return first >= end;
    }

    long time(int index) {
        return times[index];
    }

    /** The last millisecond that it covers. */
    long last(int index) {
        return times[index] + Math.max(0, tier.span() - 1);
    }

    UUID run(int index) {
        return runs.get((int) run[index]);
    }

    long sequence(int index) {
        return (long) sequence[index];
    }

    long samples(int index) {
        return (long) samples[index];
    }

    /** What of it covers a millisecond from {@code from} to before {@code to}. */
    Stretch within(long from, long to) {
        int begin = first;
        while (begin < end && last(begin) < from) {
            begin++;
        }
        int stop = end;
        while (stop > begin && times[stop - 1] >= to) {
            stop--;
        }
        return begin == first && stop == end ? this : new Stretch(this, begin, stop);
    }
}
