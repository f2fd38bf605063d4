package io.perfwatch.perfcounter.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perfwatch.perfcounter.output.PerfLine.Counted;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntervalAssemblerTest {
    private final IntervalAssembler assembler = new IntervalAssembler();

    @Test
    void first_endsWhenTheSecondBegins() {
        assertThat(assembler.add(line(1.001))).isEmpty();
        assertThat(assembler.add(line(1.001))).isEmpty();
        assertThat(assembler.add(line(2.003)))
                .hasValueSatisfying(i -> {
                    assertThat(i.seconds()).isEqualTo(1.001);
                    assertThat(i.lines()).hasSize(2);
                });
    }

    @Test
    void later_endsWithItsLastLine() {
        assembler.add(line(1.0));
        assembler.add(line(1.0));
        assembler.add(line(2.0));

        assertThat(assembler.add(line(2.0)))
                .hasValueSatisfying(i -> assertThat(i.seconds()).isCloseTo(1.0, within(1e-9)));
        assertThat(assembler.isOpen()).isFalse();
    }

    @Test
    void flush_endsAnIntervalThatLostALine() {
        assembler.add(line(1.0));
        assembler.add(line(1.0));
        assembler.flush();
        assembler.add(line(2.0));

        assertThat(assembler.flush()).hasValueSatisfying(i -> assertThat(i.lines()).hasSize(1));
        assertThat(assembler.flush()).isEmpty();
    }

    @Test
    void lineOutOfOrder_isCounted() {
        assembler.add(line(1.0));
        assembler.flush();
        assembler.add(line(1.0));
        assembler.add(line(null));
        assembler.add(line(0.5));

        assertThat(assembler.isOpen()).isFalse();
        assertThat(assembler.outOfOrder()).isEqualTo(3);
    }

    private static Data line(@Nullable Double at) {
        return new Data(at, null, null, new Reading("a", "", new Counted(1, 1, 1)), null);
    }
}
