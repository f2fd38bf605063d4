package io.perfwatch.sampler.cgroup;

import static io.perfwatch.sampler.source.Rounding.orNull;
import static io.perfwatch.sampler.source.Rounding.perSecond;
import static io.perfwatch.sampler.source.Rounding.ratio;
import static io.perfwatch.sampler.source.Rounding.share;

import io.perfwatch.metric.Cgroup;
import io.perfwatch.sampler.pressure.StallReading;
import io.perfwatch.sampler.source.Fields;
import org.jspecify.annotations.Nullable;

/** What a group did between two readings; of one that was not shown before, only what it is. */
record GroupDifference(
        @Nullable GroupReading before,
        GroupReading now,
        @Nullable Long nanosBefore,
        @Nullable Long nanosNow,
        double seconds) {
    private static final double MICROS = 1e6;
    private static final double NANOS = 1e9;

    private interface Counter {
        long of(GroupReading reading);
    }

    private interface Stall {
        @Nullable StallReading of(GroupReading reading);
    }

    Cgroup toCgroup(@Nullable String id, ContainerNames.@Nullable Name name) {
        return new Cgroup(
                id,
                name == null ? null : name.container(),
                name == null ? null : name.pod(),
                name == null ? null : name.namespace(),
                cpuCores(),
                timeShare(GroupReading::userMicros),
                timeShare(GroupReading::systemMicros),
                now.limitCores() == Fields.ABSENT ? null : now.limitCores(),
                throttledPeriods(),
                timeShare(GroupReading::throttledMicros),
                orNull(now.memoryBytes()),
                orNull(now.memoryLimitBytes()),
                workingSet(),
                rate(GroupReading::killed),
                some(GroupReading::cpuStall),
                some(GroupReading::memoryStall),
                full(GroupReading::memoryStall),
                some(GroupReading::ioStall),
                full(GroupReading::ioStall),
                rate(r -> r.io().get(0)),
                rate(r -> r.io().get(1)),
                rate(r -> r.io().get(2)),
                rate(r -> r.io().get(3)),
                orNull(now.tasks()));
    }

    private @Nullable Double cpuCores() {
        return nanosBefore == null || nanosNow == null
                ? null
                : share(nanosBefore, nanosNow, NANOS, seconds);
    }

    private @Nullable Double timeShare(Counter micros) {
        return before == null ? null : share(micros.of(before), micros.of(now), MICROS, seconds);
    }

    private @Nullable Double rate(Counter counter) {
        return before == null ? null : perSecond(counter.of(before), counter.of(now), seconds);
    }

    private @Nullable Double throttledPeriods() {
        return before == null || now.periods() == Fields.ABSENT
                ? null
                : ratio(
                        now.throttledPeriods() - before.throttledPeriods(),
                        now.periods() - before.periods());
    }

    private @Nullable Long workingSet() {
        return now.memoryBytes() == Fields.ABSENT || now.inactiveFileBytes() == Fields.ABSENT
                ? null
                : Math.max(0, now.memoryBytes() - now.inactiveFileBytes());
    }

    private @Nullable Double some(Stall stall) {
        StallReading first = before == null ? null : stall.of(before);
        StallReading second = stall.of(now);
        return first == null || second == null ? null : second.someStalled(first, seconds);
    }

    private @Nullable Double full(Stall stall) {
        StallReading first = before == null ? null : stall.of(before);
        StallReading second = stall.of(now);
        return first == null || second == null ? null : second.fullStalled(first, seconds);
    }
}
