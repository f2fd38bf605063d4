package io.perfwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The committed schemas are what the records say; {@code -Dperfwatch.update=true} writes them anew.
 */
class ContractTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schema");

    @ParameterizedTest
    @EnumSource
    void schema_isWhatTheRecordsSay(Topic topic) throws IOException {
        Path file = SCHEMAS.resolve(topic.topicName() + ".json");
        String generated = SchemaOfRecords.generate(topic);
        if (Boolean.getBoolean("perfwatch.update")) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as("Stale? Run ./mvnw test -pl libs/metric-model -Dperfwatch.update=true")
                .hasContent(generated);
    }
}
