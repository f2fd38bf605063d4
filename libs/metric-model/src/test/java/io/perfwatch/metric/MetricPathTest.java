package io.perfwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricPathTest {
    static List<PathVectors.Valid> valid() {
        return PathVectors.load().valid();
    }

    static List<String> invalid() {
        return PathVectors.load().invalid();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void parse_givesTheStepsOfTheVector(PathVectors.Valid vector) {
        assertThat(MetricPath.parse(vector.path()).steps().stream().map(MetricPathTest::asMap))
                .isEqualTo(vector.steps());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void toString_isWhatWasParsed(PathVectors.Valid vector) {
        assertThat(MetricPath.parse(vector.path())).hasToString(vector.path());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void parse_refusesAndQuotes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricPath.parse(text))
                .withMessageContaining("\"" + text + "\"");
    }

    @Test
    void matches_aWildcardTakesAnyKeyButNoMember() {
        MetricPath any = MetricPath.parse("disks[*].utilization");

        assertThat(any.matches(MetricPath.parse("disks[vda].utilization"))).isTrue();
        assertThat(any.matches(MetricPath.parse("disks[vda].queueDepth"))).isFalse();
        assertThat(any.matches(MetricPath.parse("disks.total.utilization"))).isFalse();
        assertThat(any.matches(MetricPath.parse("disks[vda].utilization.more"))).isFalse();
    }

    @Test
    void insideFamily_leavesOutTheFamily() {
        MetricPath path = MetricPath.parse("disks[v]].utilization".replace("v]", "v\\]"));

        assertThat(path.family()).isEqualTo("disks");
        assertThat(path.insideFamily()).isEqualTo("[v\\]].utilization");
    }

    private static Map<String, Object> asMap(MetricPath.Step step) {
        return switch (step) {
            case MetricPath.Member(String name) -> Map.of("member", name);
            case MetricPath.Key(String name) -> Map.of("key", name);
            case MetricPath.AnyKey() -> Map.of("anyKey", true);
        };
    }
}
