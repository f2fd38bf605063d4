package io.perfwatch.perfcounter.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Counter;
import io.perfwatch.metric.Counter.Quality;
import io.perfwatch.metric.CounterCores;
import io.perfwatch.metric.Counters;
import io.perfwatch.metric.CountersCores;
import io.perfwatch.perfcounter.output.PerfLine.Counted;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Missing;
import io.perfwatch.perfcounter.output.PerfLine.Reading;
import io.perfwatch.perfcounter.output.PerfLine.Slots;
import io.perfwatch.perfcounter.output.PerfLine.TopDown;
import io.perfwatch.perfcounter.output.PerfLine.Value;
import io.perfwatch.perfcounter.plan.EventList;
import io.perfwatch.perfcounter.plan.EventPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against values computed by hand. */
class CounterReaderTest {
    private static final double SECONDS = 2;

    @Test
    void count_isPerSecondAndKeepsWhatMultiplexingDid() {
        Counters counters =
                read(
                                "a,b,c,d",
                                line("a", 10, 1),
                                line("b", 7, 0.5),
                                line("c", 8, 0.09),
                                line("d", 9, 0.1))
                        .counters();

        assertThat(counters.events())
                .containsOnly(
                        Map.entry("a", Counter.counted(5, 1, Quality.EXACT)),
                        Map.entry("b", Counter.counted(3.5, 0.5, Quality.SCALED)),
                        Map.entry("c", Counter.counted(4, 0.09, Quality.UNRELIABLE)),
                        Map.entry("d", Counter.counted(4.5, 0.1, Quality.SCALED)));
    }

    @Test
    void clock_isInSeconds() {
        Reading reading = new Reading("task-clock", "msec", new Counted(4001.5, 4e9, 1));

        assertThat(read("task-clock", new Data(2.0, null, null, reading, null)).counters().events())
                .containsOnly(Map.entry("task-clock", Counter.clock(2.0008, 1, Quality.EXACT)));
    }

    @Test
    void missing_isNamedWithTheReasonAndNeverZero() {
        CounterReader.Result result =
                read("a,b,c", line("a", Missing.NOT_COUNTED), line("b", Missing.NOT_SUPPORTED));

        assertThat(result.counters().events()).isEmpty();
        assertThat(result.unavailable())
                .containsEntry("counters[a]", "not counted in this interval")
                .containsEntry("counters[b]", "not supported by this CPU or virtual machine")
                .containsKey("counters[c]");
    }

    @Test
    void ratio_isOfOneGroup() {
        Counters together =
                read("{cycles,instructions}", line("cycles", 4e9, 1), line("instructions", 5e9, 1))
                        .counters();
        Counters apart =
                read("cycles,instructions", line("cycles", 4e9, 1), line("instructions", 5e9, 1))
                        .counters();

        assertThat(together.instructionsPerCycle()).isEqualTo(1.25);
        assertThat(apart.instructionsPerCycle()).isNull();
        assertThat(apart.events()).hasSize(2);
    }

    @Test
    void ratio_takesTheInstructionsOfItsOwnGroup() {
        Counters counters =
                read(
                                "{cycles,instructions},{instructions,LLC-load-misses}",
                                line("cycles", 4e9, 0.75),
                                line("instructions", 4e9, 0.75),
                                line("instructions", 1e9, 0.25),
                                line("LLC-load-misses", 3e6, 0.25))
                        .counters();

        assertThat(counters.instructionsPerCycle()).isEqualTo(1);
        assertThat(counters.llcMissesPerKiloInstruction()).isEqualTo(3);
        assertThat(counters.events())
                .containsEntry("instructions", Counter.counted(2e9, 0.75, Quality.SCALED));
    }

    @Test
    void ratio_isAbsentWhereALostLineLeavesItsGroupInDoubt() {
        CounterReader.Result result =
                read(
                        "{cycles,instructions},{instructions,LLC-load-misses}",
                        line("cycles", 4e9, 0.75),
                        line("instructions", 1e9, 0.25),
                        line("LLC-load-misses", 3e6, 0.25));

        assertThat(result.counters().instructionsPerCycle()).isNull();
        assertThat(result.counters().llcMissesPerKiloInstruction()).isNull();
        assertThat(result.counters().events()).containsOnlyKeys("cycles", "LLC-load-misses");
    }

    @Test
    void ratio_isAbsentForADivisionByZero() {
        assertThat(
                        read(
                                        "{branches,branch-misses}",
                                        line("branches", 0, 1),
                                        line("branch-misses", 0, 1))
                                .counters()
                                .branchMissRatio())
                .isNull();
    }

    @Test
    void everyDerivedValue_followsItsDefinition() {
        Reading clock = new Reading("task-clock", "msec", new Counted(8000, 8e9, 1));
        Counters counters =
                read(
                                "task-clock,{cycles,instructions,stalled-cycles-frontend,stalled-cycles-backend},"
                                        + "{branches,branch-misses},{cache-references,cache-misses},"
                                        + "{msr/aperf/,msr/mperf/,msr/tsc/}",
                                new Data(2.0, null, null, clock, null),
                                line("cycles", 8e9, 1),
                                line("instructions", 6e9, 1),
                                line("stalled-cycles-frontend", 1e9, 1),
                                line("stalled-cycles-backend", 2e9, 1),
                                line("branches", 1e9, 1),
                                line("branch-misses", 2e7, 1),
                                line("cache-references", 1e7, 1),
                                line("cache-misses", 4e6, 1),
                                line("msr/aperf/", 6e9, 1),
                                line("msr/mperf/", 4e9, 1),
                                line("msr/tsc/", 16e9, 1))
                        .counters();

        assertThat(counters.instructionsPerCycle()).isEqualTo(0.75);
        assertThat(counters.stalledFrontendRatio()).isEqualTo(0.125);
        assertThat(counters.stalledBackendRatio()).isEqualTo(0.25);
        assertThat(counters.branchMissRatio()).isEqualTo(0.02);
        assertThat(counters.cacheMissRatio()).isEqualTo(0.4);
        // Four CPUs for two seconds at a TSC of 2 GHz; a quarter of the time awake, at 3 GHz.
        assertThat(counters.cpusUtilized()).isEqualTo(1);
        assertThat(counters.frequencyHertz()).isEqualTo(3e9);
        assertThat(counters.averageFrequencyHertz()).isEqualTo(1e9);
    }

    @Test
    void missesPerKiloInstruction_followTheirDefinitions() {
        Counters counters =
                read(
                                "{instructions,L1-dcache-loads,L1-dcache-load-misses,L1-icache-load-misses,"
                                        + "LLC-load-misses,dTLB-load-misses,iTLB-load-misses}",
                                line("instructions", 2e9, 0.5),
                                line("L1-dcache-loads", 1e9, 0.5),
                                line("L1-dcache-load-misses", 4e7, 0.5),
                                line("L1-icache-load-misses", 3e7, 0.5),
                                line("LLC-load-misses", 2e6, 0.5),
                                line("dTLB-load-misses", 1e6, 0.5),
                                line("iTLB-load-misses", 1e5, 0.5))
                        .counters();

        assertThat(counters.l1DataMissesPerKiloInstruction()).isEqualTo(20);
        assertThat(counters.l1InstructionMissesPerKiloInstruction()).isEqualTo(15);
        assertThat(counters.llcMissesPerKiloInstruction()).isEqualTo(1);
        assertThat(counters.dataTlbMissesPerKiloInstruction()).isEqualTo(0.5);
        assertThat(counters.instructionTlbMissesPerKiloInstruction()).isEqualTo(0.05);
    }

    @Test
    void topDown_isOfSlotsOrOfPerfsOwnMetric() {
        Counters ofSlots =
                read(
                                "{slots,topdown-retiring,topdown-bad-spec,topdown-fe-bound,topdown-be-bound}",
                                line("slots", 1e9, 1),
                                line("topdown-retiring", 4e8, 1),
                                line("topdown-bad-spec", 1e8, 1),
                                line("topdown-fe-bound", 2e8, 1),
                                line("topdown-be-bound", 3e8, 1))
                        .counters();
        Counters ofMetric = read("a", metric(Slots.RETIRING, 0.25)).counters();
        Counters ofTwoPmus =
                read("a", metric(Slots.RETIRING, 0.25), metric(Slots.RETIRING, 0.5)).counters();

        assertThat(ofSlots.retiringRatio()).isEqualTo(0.4);
        assertThat(ofSlots.badSpeculationRatio()).isEqualTo(0.1);
        assertThat(ofSlots.frontendBoundRatio()).isEqualTo(0.2);
        assertThat(ofSlots.backendBoundRatio()).isEqualTo(0.3);
        assertThat(ofMetric.retiringRatio()).isEqualTo(0.25);
        assertThat(ofTwoPmus.retiringRatio()).isNull();
    }

    @Test
    void hybridCpu_hasTheSumAndEachPmu() {
        Counters counters =
                read(
                                "{cycles,instructions}",
                                line("cpu_core/cycles/", 3e9, 1),
                                line("cpu_core/instructions/", 6e9, 1),
                                line("cpu_atom/cycles/", 1e9, 1),
                                line("cpu_atom/instructions/", 1e9, 1))
                        .counters();

        assertThat(counters.instructionsPerCycle()).isEqualTo(1.75);
        assertThat(counters.events())
                .containsEntry("cycles", Counter.counted(2e9, 1, Quality.EXACT))
                .containsEntry("cpu_core/cycles/", Counter.counted(15e8, 1, Quality.EXACT))
                .containsEntry("cpu_atom/instructions/", Counter.counted(5e8, 1, Quality.EXACT));
    }

    @Test
    void hybridCpu_hasNoSumOfWhatOnePmuLacks() {
        CounterReader.Result result =
                read(
                        "slots",
                        line("cpu_core/slots/", 3e9, 1),
                        line("cpu_atom/slots/", Missing.NOT_SUPPORTED));

        assertThat(result.counters().events()).containsOnlyKeys("cpu_core/slots/");
        assertThat(result.unavailable())
                .containsOnlyKeys("counters[slots]", "counters[cpu_atom/slots/]");
    }

    @Test
    void cores_areColumnsAndTheHostIsTheirSum() {
        Counters counters =
                read(
                                "{cycles,instructions}",
                                line(0, "cycles", 2e9, 1),
                                line(0, "instructions", 4e9, 1),
                                line(1, "cycles", Missing.NOT_COUNTED),
                                line(1, "instructions", Missing.NOT_COUNTED),
                                line(2, "cycles", 2e9, 0.5),
                                line(2, "instructions", 1e9, 0.5))
                        .counters();

        assertThat(counters.events())
                .containsEntry(
                        "cycles",
                        new Counter(
                                2e9,
                                null,
                                0.75,
                                Quality.SCALED,
                                CounterCores.of(
                                        Arrays.asList(1e9, null, 1e9),
                                        null,
                                        Arrays.asList(1.0, null, 0.5),
                                        Arrays.asList(Quality.EXACT, null, Quality.SCALED))));
        assertThat(counters.instructionsPerCycle()).isEqualTo(1.25);
        assertThat(Objects.requireNonNull(counters.cores()))
                .extracting(CountersCores::instructionsPerCycle)
                .isEqualTo(Arrays.asList(2.0, null, 0.5));
    }

    @Test
    void cores_leaveOutATotalThatOneRunningCpuIsMissingIn() {
        CounterReader.Result result =
                read(
                        "cycles,faults",
                        line(0, "cycles", 2e9, 1),
                        line(0, "faults", 2, 1),
                        line(1, "cycles", Missing.NOT_COUNTED),
                        line(1, "faults", 4, 1));

        assertThat(result.counters().events()).containsOnlyKeys("faults");
        assertThat(result.unavailable()).containsOnlyKeys("counters[cycles]");
    }

    @Test
    void cgroup_isNotTheHost() {
        Reading reading = new Reading("a", "", new Counted(1, 1e9, 1));

        assertThat(read("a", new Data(2.0, null, "pod", reading, null)).counters().events())
                .isEmpty();
    }

    private static CounterReader.Result read(String events, Data... lines) {
        EventPlan plan = new EventPlan(EventList.parse(events), false);
        return new CounterReader(plan, 0.1).read(new Interval(SECONDS, List.of(lines)));
    }

    private static Data line(String event, double count, double runningRatio) {
        return line(null, event, new Counted(count, runningRatio * SECONDS * 1e9, runningRatio));
    }

    private static Data line(String event, Value value) {
        return line(null, event, value);
    }

    private static Data line(int cpu, String event, double count, double runningRatio) {
        return line(cpu, event, new Counted(count, runningRatio * SECONDS * 1e9, runningRatio));
    }

    private static Data line(@Nullable Integer cpu, String event, Value value) {
        return new Data(SECONDS, cpu, null, new Reading(event, "", value), null);
    }

    private static Data metric(Slots slots, double ratio) {
        return new Data(SECONDS, null, null, null, new TopDown(slots, ratio));
    }
}
