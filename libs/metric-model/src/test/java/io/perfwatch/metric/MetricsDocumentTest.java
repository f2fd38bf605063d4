package io.perfwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/METRICS.md is the catalogue; {@code -Dperfwatch.update=true} writes it. */
class MetricsDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/METRICS.md");

    @Test
    void document_isTheCatalogue() throws IOException {
        String catalogue = document();
        if (Boolean.getBoolean("perfwatch.update")) {
            Files.writeString(DOCUMENT, catalogue);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(catalogue);
    }

    private static String document() {
        Map<String, List<Catalogue.Entry>> families =
                Catalogue.entries().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Catalogue.Entry::family,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return """
        # Metrics

        Generated from the records of `libs/metric-model`; a test holds it against them. What a path, `[*]` and absence mean is in
        [CONTRACT.md](CONTRACT.md).
        """
                + families.entrySet().stream()
                        .map(f -> family(f.getKey(), f.getValue()))
                        .collect(Collectors.joining());
    }

    private static String family(String name, List<Catalogue.Entry> entries) {
        return "\n## %s\n\nOn `%s`.\n\n".formatted(name, entries.getFirst().topic())
                + "| path | unit | kind | what it is | OpenTelemetry |\n|---|---|---|---|---|\n"
                + entries.stream().map(MetricsDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Catalogue.Entry entry) {
        String formula = entry.formula() == null ? "" : "; `" + entry.formula() + "`";
        String other = entry.openTelemetry() == null ? "" : "`" + entry.openTelemetry() + "`";
        return "| `%s` | %s | %s | %s%s | %s |\n"
                .formatted(
                        entry.path(),
                        entry.unit(),
                        entry.kind(),
                        entry.description(),
                        formula,
                        other);
    }
}
