package io.perfwatch.metric;

import static io.perfwatch.metric.Metric.Kind.RATIO;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code perf stat} counted, by the event's name ({@code context-switches}), and what follows
 * from it. A derived value takes its counters from one group, which were on the hardware at the
 * same time; the clock {@code task-clock} counts all the time and goes with any. A formula is read
 * from left to right.
 *
 * @param intervalSeconds as perf measured it
 * @param events only those that counted in this interval
 */
public record Counters(
        double intervalSeconds,
        @Metric(
                        value = "Instructions retired per cycle, all CPUs together (IPC)",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[instructions].countPerSecond",
                            "counters[cycles].countPerSecond"
                        },
                        formula = "instructions / cycles")
                @Nullable Double instructionsPerCycle,
        @Metric(
                        value = "Clock frequency while not halted, on average over the CPUs",
                        unit = Metric.Unit.HERTZ,
                        inputs = {
                            "counters[msr/aperf/].countPerSecond",
                            "counters[msr/mperf/].countPerSecond",
                            "counters[msr/tsc/].countPerSecond",
                            "counters[task-clock].secondsPerSecond"
                        },
                        formula = "msr/aperf/ / msr/mperf/ * msr/tsc/ / task-clock")
                @Nullable Double frequencyHertz,
        @Metric(
                        value = "Cycles per CPU and second, a halted CPU being at 0 Hz",
                        unit = Metric.Unit.HERTZ,
                        inputs = {
                            "counters[cycles].countPerSecond",
                            "counters[task-clock].secondsPerSecond"
                        },
                        formula = "cycles / task-clock")
                @Nullable Double averageFrequencyHertz,
        @Metric(
                        value = "CPUs that were not halted, on average over the interval",
                        unit = Metric.Unit.CORES,
                        inputs = {
                            "counters[msr/mperf/].countPerSecond",
                            "counters[msr/tsc/].countPerSecond",
                            "counters[task-clock].secondsPerSecond"
                        },
                        formula = "msr/mperf/ / msr/tsc/ * task-clock")
                @Nullable Double cpusUtilized,
        @Metric(
                        value = "Branches that were predicted wrong",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[branch-misses].countPerSecond",
                            "counters[branches].countPerSecond"
                        },
                        formula = "branch-misses / branches")
                @Nullable Double branchMissRatio,
        @Metric(
                        value =
                                "Requests to the last cache that missed it, as the CPU's maker defines them",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[cache-misses].countPerSecond",
                            "counters[cache-references].countPerSecond"
                        },
                        formula = "cache-misses / cache-references")
                @Nullable Double cacheMissRatio,
        @Metric(
                        value = "Loads that missed the first data cache, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[L1-dcache-load-misses].countPerSecond",
                            "counters[instructions].countPerSecond"
                        },
                        formula = "L1-dcache-load-misses / instructions * 1000")
                @Nullable Double l1DataMissesPerKiloInstruction,
        @Metric(
                        value =
                                "Fetches that missed the first instruction cache, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[L1-icache-load-misses].countPerSecond",
                            "counters[instructions].countPerSecond"
                        },
                        formula = "L1-icache-load-misses / instructions * 1000")
                @Nullable Double l1InstructionMissesPerKiloInstruction,
        @Metric(
                        value = "Loads that missed the last cache, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[LLC-load-misses].countPerSecond",
                            "counters[instructions].countPerSecond"
                        },
                        formula = "LLC-load-misses / instructions * 1000")
                @Nullable Double llcMissesPerKiloInstruction,
        @Metric(
                        value = "Loads whose address was not in the TLB, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[dTLB-load-misses].countPerSecond",
                            "counters[instructions].countPerSecond"
                        },
                        formula = "dTLB-load-misses / instructions * 1000")
                @Nullable Double dataTlbMissesPerKiloInstruction,
        @Metric(
                        value = "Fetches whose address was not in the TLB, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[iTLB-load-misses].countPerSecond",
                            "counters[instructions].countPerSecond"
                        },
                        formula = "iTLB-load-misses / instructions * 1000")
                @Nullable Double instructionTlbMissesPerKiloInstruction,
        @Metric(
                        value =
                                "Cycles in which no instruction was issued, for want of instructions",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[stalled-cycles-frontend].countPerSecond",
                            "counters[cycles].countPerSecond"
                        },
                        formula = "stalled-cycles-frontend / cycles")
                @Nullable Double stalledFrontendRatio,
        @Metric(
                        value =
                                "Cycles in which no instruction was issued, for want of data or units",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[stalled-cycles-backend].countPerSecond",
                            "counters[cycles].countPerSecond"
                        },
                        formula = "stalled-cycles-backend / cycles")
                @Nullable Double stalledBackendRatio,
        @Metric(
                        value = "Top-down level 1: pipeline slots that did useful work",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[topdown-retiring].countPerSecond",
                            "counters[slots].countPerSecond"
                        },
                        formula = "topdown-retiring / slots")
                @Nullable Double retiringRatio,
        @Metric(
                        value = "Top-down level 1: pipeline slots wasted on a wrong guess",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[topdown-bad-spec].countPerSecond",
                            "counters[slots].countPerSecond"
                        },
                        formula = "topdown-bad-spec / slots")
                @Nullable Double badSpeculationRatio,
        @Metric(
                        value = "Top-down level 1: pipeline slots that waited for instructions",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[topdown-fe-bound].countPerSecond",
                            "counters[slots].countPerSecond"
                        },
                        formula = "topdown-fe-bound / slots")
                @Nullable Double frontendBoundRatio,
        @Metric(
                        value = "Top-down level 1: pipeline slots that waited for data or units",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[topdown-be-bound].countPerSecond",
                            "counters[slots].countPerSecond"
                        },
                        formula = "topdown-be-bound / slots")
                @Nullable Double backendBoundRatio,
        @JsonPropertyDescription(
                        "The derived values of each logical CPU, as columns: the index is the CPU's number")
                @Nullable CountersCores cores,
        @JsonAnyGetter @JsonAnySetter Map<String, Counter> events)
        implements Family {
    public Counters {
        events = Absent.toEmpty(events);
    }

    /** Nothing derived. */
    public static Counters of(double intervalSeconds, Map<String, Counter> events) {
        return of(intervalSeconds, Map.of(), null, events);
    }

    /**
     * @param derived values by the names of the members
     */
    public static Counters of(
            double intervalSeconds,
            Map<String, Double> derived,
            @Nullable CountersCores cores,
            Map<String, Counter> events) {
        return new Counters(
                intervalSeconds,
                derived.get("instructionsPerCycle"),
                derived.get("frequencyHertz"),
                derived.get("averageFrequencyHertz"),
                derived.get("cpusUtilized"),
                derived.get("branchMissRatio"),
                derived.get("cacheMissRatio"),
                derived.get("l1DataMissesPerKiloInstruction"),
                derived.get("l1InstructionMissesPerKiloInstruction"),
                derived.get("llcMissesPerKiloInstruction"),
                derived.get("dataTlbMissesPerKiloInstruction"),
                derived.get("instructionTlbMissesPerKiloInstruction"),
                derived.get("stalledFrontendRatio"),
                derived.get("stalledBackendRatio"),
                derived.get("retiringRatio"),
                derived.get("badSpeculationRatio"),
                derived.get("frontendBoundRatio"),
                derived.get("backendBoundRatio"),
                cores,
                events);
    }
}
