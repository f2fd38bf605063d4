package io.perfwatch.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.Yaml;

/** Where the services may not create topics, Strimzi creates the same. */
class StrimziTopicsTest {
    private static final Path FILE = Path.of("../../k8s/components/strimzi/topics.yaml");
    private static final TopicProperties PRODUCTION =
            new TopicProperties(
                    12, 3, Duration.ofHours(24), DataSize.ofGigabytes(1), Duration.ofDays(7));

    @Test
    void strimziDeclaresWhatTheServicesWouldCreate() throws IOException {
        List<NewTopic> created = new TopicSettings(PRODUCTION).all();
        try (Reader file = Files.newBufferedReader(FILE)) {
            assertThat(new Yaml().loadAll(file))
                    .extracting(StrimziTopicsTest::topic)
                    .containsExactlyInAnyOrderElementsOf(created);
        }
    }

    private static NewTopic topic(Object manifest) {
        Map<?, ?> spec = member(manifest, "spec");
        var config = new HashMap<String, String>();
        member(spec, "config")
                .forEach((name, value) -> config.put(String.valueOf(name), String.valueOf(value)));
        return new NewTopic(
                        String.valueOf(member(manifest, "metadata").get("name")),
                        Integer.parseInt(String.valueOf(spec.get("partitions"))),
                        Short.parseShort(String.valueOf(spec.get("replicas"))))
                .configs(config);
    }

    private static Map<?, ?> member(Object of, String name) {
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) of).get(name));
    }
}
