package io.perfwatch.perfcounter.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.perfcounter.output.PerfLine.Counted;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Missing;
import io.perfwatch.perfcounter.output.PerfLine.Nothing;
import io.perfwatch.perfcounter.output.PerfLine.Reading;
import io.perfwatch.perfcounter.output.PerfLine.Slots;
import io.perfwatch.perfcounter.output.PerfLine.TopDown;
import io.perfwatch.perfcounter.output.PerfLine.Unreadable;
import io.perfwatch.perfcounter.output.PerfLine.Value;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other machines print than those that the samples are from. */
class PerfLineParserTest {
    private static final String JSON =
            "{\"interval\" : 1.000250000, \"counter-value\" : \"2000.000000\", \"unit\" : \"\", "
                    + "\"event\" : \"cycles\", \"event-runtime\" : 500, \"pcnt-running\" : 25.00}";

    private final PerfLineParser parser = new PerfLineParser(';');

    @Test
    void json_takesNumbersQuotedOrNot() {
        PerfLine expected = data(null, "cycles", new Counted(2000, 500, 0.25));

        assertThat(parser.parse(JSON)).isEqualTo(expected);
        assertThat(parser.parse(JSON.replace("\"2000.000000\"", "2000"))).isEqualTo(expected);
        assertThat(
                        parser.parse(
                                JSON.replace(": 25.00", ": \"25.00\"")
                                        .replace("1.000250000", "\"1.00025\"")))
                .isEqualTo(expected);
    }

    @Test
    void json_passesOverUnknownMembers() {
        assertThat(parser.parse(JSON.replace("}", ", \"new\" : {\"a\" : [1]}, \"x\" : null}")))
                .isEqualTo(parser.parse(JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "-nan", "inf"})
    void json_keepsTheCountBesideAMetricThatIsNoNumber(String number) {
        assertThat(parser.parse(JSON.replace("}", ", \"metric-value\" : " + number + "}")))
                .isEqualTo(parser.parse(JSON));
    }

    @Test
    void count_thatIsNoneHasAReason() {
        assertThat(parser.parse(JSON.replace("2000.000000", "<not counted>")))
                .isEqualTo(data(null, "cycles", Missing.NOT_COUNTED));
        assertThat(parser.parse(JSON.replace("2000.000000", "<not supported>")))
                .isEqualTo(data(null, "cycles", Missing.NOT_SUPPORTED));
        assertThat(parser.parse(JSON.replace("\"2000.000000\"", "nan")))
                .isEqualTo(data(null, "cycles", Missing.NOT_COUNTED));
        assertThat(parser.parse(JSON.replace(": 25.00", ": nan")))
                .as("a count of which nobody knows how long it ran")
                .isEqualTo(data(null, "cycles", Missing.NOT_COUNTED));
    }

    @Test
    void event_ofAHybridCpuHasOneNameInEveryVersion() {
        assertThat(parser.parse(JSON.replace("cycles", "cycles [cpu_core]")))
                .isEqualTo(data(null, "cpu_core/cycles/", new Counted(2000, 500, 0.25)));
        assertThat(parser.parse("1.00025;2000;;cpu_atom/cycles/;500;25.00;;"))
                .isEqualTo(data(null, "cpu_atom/cycles/", new Counted(2000, 500, 0.25)));
    }

    @Test
    void csv_tellsColumnsApartByWhatIsInThem() {
        PerfLine expected = data(3, "cycles", new Counted(2000, 500, 0.25));

        assertThat(parser.parse("     1.000250000;CPU3;2000;;cycles;500;25.00;;"))
                .isEqualTo(expected);
        assertThat(parser.parse("1.00025;CPU3;2000;;cycles;500;25.00")).isEqualTo(expected);
        assertThat(parser.parse("1.00025;CPU3;2000;;cycles;500;25.00;0.8;insn per cycle;x"))
                .isEqualTo(expected);
        assertThat(parser.parse("2000;;cycles;500;25.00;;"))
                .isEqualTo(
                        new Data(
                                null,
                                null,
                                null,
                                new Reading("cycles", "", new Counted(2000, 500, 0.25)),
                                null));
    }

    @Test
    void csv_keepsAnEventWithCommas() {
        assertThat(parser.parse("1.00025;CPU3;2000;;cpu/event=0x3c,umask=0x1/;500;25.00;;"))
                .isEqualTo(data(3, "cpu/event=0x3c,umask=0x1/", new Counted(2000, 500, 0.25)));
    }

    @Test
    void topDown_isTakenFromTheEventsLineAndFromItsOwn() {
        TopDown retiring = new TopDown(Slots.RETIRING, 0.25);
        String metric = ", \"metric-value\" : \"25.0\", \"metric-unit\" : \"%  tma_retiring\"}";

        assertThat(parser.parse(JSON.replace("}", metric)))
                .isInstanceOfSatisfying(
                        Data.class, d -> assertThat(d.topDown()).isEqualTo(retiring));
        assertThat(parser.parse("1.00025;;;;;;25.0;%  retiring"))
                .isEqualTo(new Data(1.00025, null, null, null, retiring));
        assertThat(parser.parse("1.00025;;;;;;25.0;%  tma_info_something"))
                .isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @CsvSource({
        "retiring, RETIRING",
        "retired_fraction, RETIRING",
        "bad_speculation, BAD_SPECULATION",
        "slots_lost_misspeculation_fraction, BAD_SPECULATION",
        "frontend_bound, FRONTEND_BOUND",
        "backend_bound, BACKEND_BOUND"
    })
    void topDownOfArm_isInPercentOfSlots(String name, Slots slots) {
        assertThat(parser.parse("1.00025;;;;;;12.5;percent of slots  " + name))
                .isEqualTo(new Data(1.00025, null, null, null, new TopDown(slots, 0.125)));
        assertThat(parser.parse("1.00025;;;;;;-20.0;percent of slots  " + name))
                .isEqualTo(new Data(1.00025, null, null, null, new TopDown(slots, 0)));
        assertThat(parser.parse("1.00025;;;;;;12.5;" + name)).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "#           time             counts unit events"})
    void heading_isNothing(String line) {
        assertThat(parser.parse(line)).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perf: Segmentation fault",
                "Error: cycles",
                "{",
                "{}",
                "{\"interval\" : 1.0, \"counter-value\" : \"12",
                "{\"interval\" : 1.0, \"counter-value\" : \"12\", \"event-runtime\" : 1}",
                "{\"interval\" : 1.0}{\"interval\" : 2.0}",
                "{\"cpu\" : \"x\", \"counter-value\" : \"1\", \"event\" : \"e\", "
                        + "\"event-runtime\" : 1, \"pcnt-running\" : 100}",
                "1.0;CPU99999;5;;cycles;1;100.00;;",
                "1.0;S0-D0-C0;2;5;;cycles;1;100.00;;",
                "1.0;5;;cyc",
                "1.0;-5;;cycles;1;100.00;;",
                ";;;;;;;;",
                "1.0;CPU1"
            })
    void line_thatIsBrokenIsUnreadable(String line) {
        assertThat(parser.parse(line)).isEqualTo(new Unreadable());
    }

    @Test
    void parse_survivesAnything() {
        Random random = new Random(7);
        String[] seeds = {JSON, "1.00025;CPU3;2000;;cycles;500;25.00;0.8;insn per cycle"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder(seeds[i % 2]);
            for (int change = 0; change <= i % 5; change++) {
                line.setCharAt(random.nextInt(line.length()), (char) random.nextInt(1, 256));
            }
            line.setLength(random.nextInt(line.length() + 1));

            assertThat(parser.parse(line.toString())).isNotNull();
        }
    }

    private static PerfLine data(@Nullable Integer cpu, String event, Value value) {
        return new Data(1.00025, cpu, null, new Reading(event, "", value), null);
    }
}
