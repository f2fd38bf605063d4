package io.perfwatch.sampler.disk;

import static io.perfwatch.sampler.source.Rounding.cappedShare;
import static io.perfwatch.sampler.source.Rounding.perSecond;

import io.perfwatch.metric.Disk;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.Rounding;
import io.perfwatch.sampler.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code /proc/diskstats}, see Documentation/admin-guide/iostats.rst.
 *
 * @param busyMillis with at least one request under way
 * @param weightedMillis the same, times the requests under way
 */
record DiskReading(
        Operations reads,
        Operations writes,
        Operations discards,
        long flushes,
        long inFlight,
        long busyMillis,
        long weightedMillis) {
    /** Whatever the disk has. */
    static final long SECTOR_BYTES = 512;

    private static final double MILLIS_PER_SECOND = 1e3;

    /** One direction: completed, merged into others, sectors, time from queueing to completion. */
    record Operations(long completed, long merged, long sectors, long millis) {
        static final Operations ABSENT =
                new Operations(Fields.ABSENT, Fields.ABSENT, Fields.ABSENT, Fields.ABSENT);

        static Operations from(Text text) {
            return new Operations(text.number(), text.number(), text.number(), text.number());
        }

        @Nullable Double completedPerSecond(Operations before, double seconds) {
            return perSecond(before.completed, completed, seconds);
        }

        @Nullable Double mergedPerSecond(Operations before, double seconds) {
            return perSecond(before.merged, merged, seconds);
        }

        @Nullable Double bytesPerSecond(Operations before, double seconds) {
            return perSecond(before.sectors, sectors, seconds, SECTOR_BYTES);
        }

        @Nullable Double latencySeconds(Operations before) {
            long done = completed - before.completed;
            long took = millis - before.millis;
            return millis == Fields.ABSENT || done <= 0 || took < 0
                    ? null
                    : Rounding.seconds(took / MILLIS_PER_SECOND / done);
        }
    }

    /** What comes after the name; discards from Linux 4.18 on, flushes from 5.5 on. */
    static DiskReading from(Text text) {
        Operations reads = Operations.from(text);
        Operations writes = Operations.from(text);
        long inFlight = text.number();
        long busy = text.number();
        long weighted = text.number();
        Operations discards = text.atLineEnd() ? Operations.ABSENT : Operations.from(text);
        long flushes = text.numberOr(Fields.ABSENT);
        return new DiskReading(reads, writes, discards, flushes, inFlight, busy, weighted);
    }

    Disk since(DiskReading before, double seconds) {
        Double depth =
                Rounding.share(before.weightedMillis, weightedMillis, MILLIS_PER_SECOND, seconds);
        return new Disk(
                reads.completedPerSecond(before.reads, seconds),
                writes.completedPerSecond(before.writes, seconds),
                discards.completedPerSecond(before.discards, seconds),
                perSecond(before.flushes, flushes, seconds),
                reads.mergedPerSecond(before.reads, seconds),
                writes.mergedPerSecond(before.writes, seconds),
                reads.bytesPerSecond(before.reads, seconds),
                writes.bytesPerSecond(before.writes, seconds),
                discards.bytesPerSecond(before.discards, seconds),
                reads.latencySeconds(before.reads),
                writes.latencySeconds(before.writes),
                discards.latencySeconds(before.discards),
                cappedShare(before.busyMillis, busyMillis, MILLIS_PER_SECOND, seconds),
                depth,
                Rounding.orNull(inFlight));
    }
}
