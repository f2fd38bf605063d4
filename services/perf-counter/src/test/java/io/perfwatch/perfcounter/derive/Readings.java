package io.perfwatch.perfcounter.derive;

import io.perfwatch.perfcounter.output.PerfLine.Counted;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Reading;
import io.perfwatch.perfcounter.output.PerfLine.Slots;
import io.perfwatch.perfcounter.output.PerfLine.TopDown;
import io.perfwatch.perfcounter.output.PerfLine.Value;
import io.perfwatch.perfcounter.plan.EventList;
import io.perfwatch.perfcounter.plan.EventPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of perf as they come for one interval of two seconds, and what is read of them. */
final class Readings {
    private static final double SECONDS = 2;

    private Readings() {}

    static CounterReader.Result read(String events, Data... lines) {
        EventPlan plan = new EventPlan(EventList.parse(events), false);
        return new CounterReader(plan, 0.1).read(new Interval(SECONDS, List.of(lines)));
    }

    static Data line(String event, double count, double runningRatio) {
        return line(null, event, new Counted(count, runningRatio * SECONDS * 1e9, runningRatio));
    }

    static Data line(String event, Value value) {
        return line(null, event, value);
    }

    static Data line(int cpu, String event, double count, double runningRatio) {
        return line(cpu, event, new Counted(count, runningRatio * SECONDS * 1e9, runningRatio));
    }

    static Data line(@Nullable Integer cpu, String event, Value value) {
        return new Data(SECONDS, cpu, null, new Reading(event, "", value), null);
    }

    static Data metric(Slots slots, double ratio) {
        return new Data(SECONDS, null, null, null, new TopDown(slots, ratio));
    }
}
