package io.perfwatch.perfcounter.derive;

import static io.perfwatch.perfcounter.derive.Readings.line;
import static io.perfwatch.perfcounter.derive.Readings.read;
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
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Counts, against values computed by hand. */
class CounterReaderTest {

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
}
