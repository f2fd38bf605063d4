package io.perfwatch.gateway.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Catalogue;
import io.perfwatch.metric.MetricPath;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricNamesTest {
    private final MetricNames names = new MetricNames();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu.utilization | system_cpu_utilization_ratio",
                "cpu.userRatio | system_cpu_utilization_ratio",
                "memory.usedBytes | system_memory_usage_bytes",
                "disks[vda].readBytesPerSecond | system_disk_io_bytes_per_second",
                "counters.instructionsPerCycle | perfwatch_counters_instructions_per_cycle"
            })
    void names_followOpenTelemetry_orThePath(String path, String name) {
        assertThat(names.of(MetricPath.parse(path)).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void keysAndModes_areLabels() {
        assertThat(labels("cpu.userRatio")).isEqualTo("{cpu_mode=\"user\",host_name=\"a\"}");
        assertThat(labels("cpu.cores[3].utilization"))
                .isEqualTo("{cpu_logical_number=\"3\",host_name=\"a\"}");
        assertThat(labels("disks[vda].readBytesPerSecond"))
                .isEqualTo("{device=\"vda\",disk_io_direction=\"read\",host_name=\"a\"}");
    }

    @Test
    void everyMetric_hasAValidNameOfItsOwn() {
        Set<List<Object>> taken = new HashSet<>();
        for (Catalogue.Entry entry : Catalogue.entries()) {
            MetricPath path = MetricPath.parse(entry.path().replace("[*]", "[x]"));
            MetricName name = names.of(path).orElseThrow();
            assertThat(PrometheusNaming.isValidLegacyMetricName(name.name())).isTrue();
            assertThat(taken.add(List.of(name.name(), name.labels("a", path))))
                    .as(entry.path())
                    .isTrue();
        }
    }

    @Test
    void headline_isInTheCatalogue() {
        long headline =
                Catalogue.entries().stream()
                        .map(entry -> MetricPath.parse(entry.path().replace("[*]", "[x]")))
                        .filter(MetricNames::isHeadline)
                        .count();
        assertThat(headline).isEqualTo(MetricNames.HEADLINE.size());
    }

    private String labels(String path) {
        MetricPath parsed = MetricPath.parse(path);
        return names.of(parsed).orElseThrow().labels("a", parsed).toString();
    }
}
