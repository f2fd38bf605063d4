package io.perfwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.perfwatch.metric.Catalogue.Entry;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final Map<String, Double> INPUTS =
            Map.of("used", 3.0, "free", 1.0, "msr/aperf/", 8.0, "L1-misses", 5.0);

    @ParameterizedTest
    @CsvSource({
        "used / (used + free), 0.75",
        "1 - used - free, -3",
        "msr/aperf/ / free * L1-misses, 40",
        "L1-misses / used * 1000, 1666.6666666666667",
        "((used)), 3"
    })
    void itIsReadFromLeftToRight(String formula, double value) {
        assertThat(new Formula(formula).evaluate(INPUTS::get)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "used /", "used free used", "used / / free"})
    void whatIsNoFormulaIsRefused(String formula) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Formula(formula).evaluate(INPUTS::get));
    }

    @Test
    void theInputsAreThoseOfTheSameDevice() {
        Derivation sent =
                Derivation.of(MetricPath.parse("networks[eth0].sendUtilization")).orElseThrow();
        assertThat(sent.inputs())
                .containsExactly("[eth0].sentBytesPerSecond", "[eth0].speedBitsPerSecond");
        Derivation core =
                Derivation.of(MetricPath.parse("counters.cores[3].instructionsPerCycle"))
                        .orElseThrow();
        assertThat(core.inputs())
                .containsExactly(
                        "[instructions].cores[3].countPerSecond",
                        "[cycles].cores[3].countPerSecond");
    }

    static Stream<Entry> derived() {
        return Catalogue.entries().stream().filter(e -> e.formula() != null);
    }

    @ParameterizedTest
    @MethodSource("derived")
    void everyFormulaOfTheCatalogueNamesItsInputs(Entry entry) {
        Derivation derivation = Derivation.of(MetricPath.parse(entry.path())).orElseThrow();
        assertThat(derivation.evaluate(_ -> 2.0)).isFinite();
        assertThat(derivation.inputs()).hasSameSizeAs(entry.inputs());
    }
}
