package io.perfwatch.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alert rules, judged by Prometheus' own promtool where it is installed. */
class AlertsTest {
    private static final Path RULES = Kustomize.REPOSITORY.resolve("infra/prometheus/alerts.yml");

    @Test
    void prometheus_takesTheConfiguration() {
        promtool("check", "config", RULES.resolveSibling("prometheus.yml").toString());
    }

    @Test
    void everyAlert_firesWhenItShould_andOnlyThen() throws IOException {
        String cases = "src/test/resources/alerts-test.yml";
        promtool("test", "rules", cases);
        assertThat(Files.readString(Path.of(cases))).contains(alerts());
    }

    @Test
    void everyAlert_isInTheHandbook() throws IOException {
        assertThat(Files.readString(Kustomize.REPOSITORY.resolve("docs/OPERATIONS.md")))
                .contains(alerts());
    }

    private static List<String> alerts() throws IOException {
        JsonObject rules = Yaml.documents(Files.readString(RULES)).getFirst();
        return Yaml.objects(rules, "groups")
                .flatMap(group -> Yaml.objects(group, "rules"))
                .map(rule -> Yaml.text(rule, "alert"))
                .toList();
    }

    private static void promtool(String... arguments) {
        assumeTrue(
                Program.isInstalled("promtool"), "promtool (Debian: prometheus) is not installed");
        String[] command =
                Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toArray(String[]::new);
        new Program(Path.of("").toAbsolutePath(), Map.of()).run(command);
    }
}
