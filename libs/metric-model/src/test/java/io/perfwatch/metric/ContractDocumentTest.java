package io.perfwatch.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/CONTRACT.md shows is what the contract says. */
class ContractDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/CONTRACT.md");

    @ParameterizedTest
    @EnumSource
    void example_fitsTheSchemaAndIsRead(Topic topic) throws IOException {
        String example = example(topic);
        byte[] json = example.getBytes(UTF_8);

        assertThat(Schemas.violations(topic, example)).isEmpty();
        switch (topic) {
            case SYSTEM, PROCESSES, COUNTERS, HOSTS ->
                    assertThat(EventJson.read(topic, json).host()).isEqualTo("web-1");
            case ANNOTATIONS ->
                    assertThat(EventJson.readAnnotation(json).hosts())
                            .containsExactly("web-1", "web-2");
            case SETTINGS ->
                    assertThat(EventJson.readRetention(json).rawSeconds()).isEqualTo(172_800);
        }
    }

    @ParameterizedTest
    @EnumSource
    void table_namesTheTopicWithItsCleanup(Topic topic) throws IOException {
        assertThat(Files.readAllLines(DOCUMENT))
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("| `" + topic.topicName() + "` |")
                                .contains(
                                        topic.cleanup() == Topic.Cleanup.COMPACT
                                                ? "| compact"
                                                : "| delete"));
    }

    static String example(Topic topic) throws IOException {
        Matcher example =
                Pattern.compile(
                                "<!-- example: %s -->\\s*```json(.*?)```"
                                        .formatted(Pattern.quote(topic.topicName())),
                                Pattern.DOTALL)
                        .matcher(Files.readString(DOCUMENT));
        assertThat(example.find()).as("an example of " + topic.topicName()).isTrue();
        return example.group(1);
    }
}
