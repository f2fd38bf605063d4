package io.perfwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    static List<Catalogue.Entry> entries() {
        return Catalogue.entries();
    }

    @Test
    void entries_addressDevicesAndCoresWithAWildcard() {
        assertThat(entries())
                .extracting(Catalogue.Entry::path)
                .contains(
                        "cpu.utilization",
                        "cpu.cores[*].utilization",
                        "memory.usedBytes",
                        "counters[*].countPerSecond")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void entry_isAPathOfItsFamilyWithAUnitInItsName(Catalogue.Entry entry) {
        MetricPath path = MetricPath.parse(entry.path());

        assertThat(path.family()).isEqualTo(entry.family());
        assertThat(path).hasToString(entry.path());
        assertThat(entry.description()).doesNotEndWith(".");
        UnitNames.check(entry);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void entry_isDerivedOnlyFromWhatThereIs(Catalogue.Entry entry) {
        Set<String> known = new HashSet<>();
        entries().forEach(e -> known.add(e.path()));

        assertThat(entry.inputs())
                .allSatisfy(i -> assertThat(Catalogue.find(MetricPath.parse(i))).isPresent());
        assertThat(entry.formula() == null).isEqualTo(entry.inputs().isEmpty());
    }

    @Test
    void find_takesTheNameOfADevice() {
        assertThat(Catalogue.find(MetricPath.parse("cpu.cores[3].utilization")))
                .map(Catalogue.Entry::path)
                .contains("cpu.cores[*].utilization");
        assertThat(Catalogue.find(MetricPath.parse("cpu.nothing"))).isEmpty();
    }
}
