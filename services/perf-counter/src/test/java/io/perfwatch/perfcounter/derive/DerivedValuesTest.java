package io.perfwatch.perfcounter.derive;

import static io.perfwatch.perfcounter.derive.Readings.line;
import static io.perfwatch.perfcounter.derive.Readings.metric;
import static io.perfwatch.perfcounter.derive.Readings.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Counter;
import io.perfwatch.metric.Counter.Quality;
import io.perfwatch.metric.Counters;
import io.perfwatch.perfcounter.output.PerfLine.Counted;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Reading;
import io.perfwatch.perfcounter.output.PerfLine.Slots;
import org.junit.jupiter.api.Test;

/** Ratios and what else follows from counts, against values computed by hand. */
class DerivedValuesTest {

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
}
