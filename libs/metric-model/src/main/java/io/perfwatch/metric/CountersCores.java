package io.perfwatch.metric;

import static io.perfwatch.metric.Metric.Kind.RATIO;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Counters} derives, per logical CPU: one list a metric, null where the CPU is offline
 * or did not count, no list where no CPU has it.
 */
public record CountersCores(
        @Metric(
                        value = "Instructions retired per cycle (IPC)",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[instructions].cores[*].countPerSecond",
                            "counters[cycles].cores[*].countPerSecond"
                        },
                        formula = "instructions / cycles")
                @Nullable List<@Nullable Double> instructionsPerCycle,
        @Metric(
                        value = "Clock frequency while not halted",
                        unit = Metric.Unit.HERTZ,
                        inputs = {
                            "counters[msr/aperf/].cores[*].countPerSecond",
                            "counters[msr/mperf/].cores[*].countPerSecond",
                            "counters[msr/tsc/].cores[*].countPerSecond",
                            "counters[task-clock].cores[*].secondsPerSecond"
                        },
                        formula = "msr/aperf/ / msr/mperf/ * msr/tsc/ / task-clock")
                @Nullable List<@Nullable Double> frequencyHertz,
        @Metric(
                        value = "Cycles per CPU and second, a halted CPU being at 0 Hz",
                        unit = Metric.Unit.HERTZ,
                        inputs = {
                            "counters[cycles].cores[*].countPerSecond",
                            "counters[task-clock].cores[*].secondsPerSecond"
                        },
                        formula = "cycles / task-clock")
                @Nullable List<@Nullable Double> averageFrequencyHertz,
        @Metric(
                        value = "CPUs that were not halted, on average over the interval",
                        unit = Metric.Unit.CORES,
                        inputs = {
                            "counters[msr/mperf/].cores[*].countPerSecond",
                            "counters[msr/tsc/].cores[*].countPerSecond",
                            "counters[task-clock].cores[*].secondsPerSecond"
                        },
                        formula = "msr/mperf/ / msr/tsc/ * task-clock")
                @Nullable List<@Nullable Double> cpusUtilized,
        @Metric(
                        value = "Branches that were predicted wrong",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[branch-misses].cores[*].countPerSecond",
                            "counters[branches].cores[*].countPerSecond"
                        },
                        formula = "branch-misses / branches")
                @Nullable List<@Nullable Double> branchMissRatio,
        @Metric(
                        value =
                                "Requests to the last cache that missed it, as the CPU's maker defines them",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[cache-misses].cores[*].countPerSecond",
                            "counters[cache-references].cores[*].countPerSecond"
                        },
                        formula = "cache-misses / cache-references")
                @Nullable List<@Nullable Double> cacheMissRatio,
        @Metric(
                        value = "Loads that missed the first data cache, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[L1-dcache-load-misses].cores[*].countPerSecond",
                            "counters[instructions].cores[*].countPerSecond"
                        },
                        formula = "L1-dcache-load-misses / instructions * 1000")
                @Nullable List<@Nullable Double> l1DataMissesPerKiloInstruction,
        @Metric(
                        value =
                                "Fetches that missed the first instruction cache, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[L1-icache-load-misses].cores[*].countPerSecond",
                            "counters[instructions].cores[*].countPerSecond"
                        },
                        formula = "L1-icache-load-misses / instructions * 1000")
                @Nullable List<@Nullable Double> l1InstructionMissesPerKiloInstruction,
        @Metric(
                        value = "Loads that missed the last cache, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[LLC-load-misses].cores[*].countPerSecond",
                            "counters[instructions].cores[*].countPerSecond"
                        },
                        formula = "LLC-load-misses / instructions * 1000")
                @Nullable List<@Nullable Double> llcMissesPerKiloInstruction,
        @Metric(
                        value = "Loads whose address was not in the TLB, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[dTLB-load-misses].cores[*].countPerSecond",
                            "counters[instructions].cores[*].countPerSecond"
                        },
                        formula = "dTLB-load-misses / instructions * 1000")
                @Nullable List<@Nullable Double> dataTlbMissesPerKiloInstruction,
        @Metric(
                        value = "Fetches whose address was not in the TLB, per 1000 instructions",
                        unit = Metric.Unit.COUNT,
                        inputs = {
                            "counters[iTLB-load-misses].cores[*].countPerSecond",
                            "counters[instructions].cores[*].countPerSecond"
                        },
                        formula = "iTLB-load-misses / instructions * 1000")
                @Nullable List<@Nullable Double> instructionTlbMissesPerKiloInstruction,
        @Metric(
                        value =
                                "Cycles in which no instruction was issued, for want of instructions",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[stalled-cycles-frontend].cores[*].countPerSecond",
                            "counters[cycles].cores[*].countPerSecond"
                        },
                        formula = "stalled-cycles-frontend / cycles")
                @Nullable List<@Nullable Double> stalledFrontendRatio,
        @Metric(
                        value =
                                "Cycles in which no instruction was issued, for want of data or units",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[stalled-cycles-backend].cores[*].countPerSecond",
                            "counters[cycles].cores[*].countPerSecond"
                        },
                        formula = "stalled-cycles-backend / cycles")
                @Nullable List<@Nullable Double> stalledBackendRatio,
        @Metric(
                        value = "Top-down level 1: pipeline slots that did useful work",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[topdown-retiring].cores[*].countPerSecond",
                            "counters[slots].cores[*].countPerSecond"
                        },
                        formula = "topdown-retiring / slots")
                @Nullable List<@Nullable Double> retiringRatio,
        @Metric(
                        value = "Top-down level 1: pipeline slots wasted on a wrong guess",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[topdown-bad-spec].cores[*].countPerSecond",
                            "counters[slots].cores[*].countPerSecond"
                        },
                        formula = "topdown-bad-spec / slots")
                @Nullable List<@Nullable Double> badSpeculationRatio,
        @Metric(
                        value = "Top-down level 1: pipeline slots that waited for instructions",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[topdown-fe-bound].cores[*].countPerSecond",
                            "counters[slots].cores[*].countPerSecond"
                        },
                        formula = "topdown-fe-bound / slots")
                @Nullable List<@Nullable Double> frontendBoundRatio,
        @Metric(
                        value = "Top-down level 1: pipeline slots that waited for data or units",
                        unit = Metric.Unit.RATIO,
                        kind = RATIO,
                        inputs = {
                            "counters[topdown-be-bound].cores[*].countPerSecond",
                            "counters[slots].cores[*].countPerSecond"
                        },
                        formula = "topdown-be-bound / slots")
                @Nullable List<@Nullable Double> backendBoundRatio) {
    public CountersCores {
        instructionsPerCycle = Columns.copy(instructionsPerCycle);
        frequencyHertz = Columns.copy(frequencyHertz);
        averageFrequencyHertz = Columns.copy(averageFrequencyHertz);
        cpusUtilized = Columns.copy(cpusUtilized);
        branchMissRatio = Columns.copy(branchMissRatio);
        cacheMissRatio = Columns.copy(cacheMissRatio);
        l1DataMissesPerKiloInstruction = Columns.copy(l1DataMissesPerKiloInstruction);
        l1InstructionMissesPerKiloInstruction = Columns.copy(l1InstructionMissesPerKiloInstruction);
        llcMissesPerKiloInstruction = Columns.copy(llcMissesPerKiloInstruction);
        dataTlbMissesPerKiloInstruction = Columns.copy(dataTlbMissesPerKiloInstruction);
        instructionTlbMissesPerKiloInstruction =
                Columns.copy(instructionTlbMissesPerKiloInstruction);
        stalledFrontendRatio = Columns.copy(stalledFrontendRatio);
        stalledBackendRatio = Columns.copy(stalledBackendRatio);
        retiringRatio = Columns.copy(retiringRatio);
        badSpeculationRatio = Columns.copy(badSpeculationRatio);
        frontendBoundRatio = Columns.copy(frontendBoundRatio);
        backendBoundRatio = Columns.copy(backendBoundRatio);
    }

    /**
     * By name. The record's own constructor cannot be called from other modules: javac keeps no
     * type annotations of a compact one, so {@code @Nullable} elements would be refused.
     */
    public static CountersCores of(Function<String, @Nullable List<@Nullable Double>> column) {
        return new CountersCores(
                column.apply("instructionsPerCycle"),
                column.apply("frequencyHertz"),
                column.apply("averageFrequencyHertz"),
                column.apply("cpusUtilized"),
                column.apply("branchMissRatio"),
                column.apply("cacheMissRatio"),
                column.apply("l1DataMissesPerKiloInstruction"),
                column.apply("l1InstructionMissesPerKiloInstruction"),
                column.apply("llcMissesPerKiloInstruction"),
                column.apply("dataTlbMissesPerKiloInstruction"),
                column.apply("instructionTlbMissesPerKiloInstruction"),
                column.apply("stalledFrontendRatio"),
                column.apply("stalledBackendRatio"),
                column.apply("retiringRatio"),
                column.apply("badSpeculationRatio"),
                column.apply("frontendBoundRatio"),
                column.apply("backendBoundRatio"));
    }
}
