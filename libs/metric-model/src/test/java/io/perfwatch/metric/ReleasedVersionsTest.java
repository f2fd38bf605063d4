package io.perfwatch.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What was released goes on working: stored events of each version are read, and consumers that
 * were built on its schemas read what is written today. A release adds a directory; none is
 * changed.
 */
class ReleasedVersionsTest {
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path TODAY = Path.of("src/main/resources/schema");

    static List<Path> storedEvents() throws IOException {
        return files(".jsonl");
    }

    static List<Path> schemas() throws IOException {
        return files(".json");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("storedEvents")
    void storedEvent_isReadAndFitsTodaysSchema(Path file) throws IOException {
        Topic topic = Topic.ofName(name(file, ".jsonl")).orElseThrow();
        for (String event : Files.readAllLines(file)) {
            assertThat(EventJson.read(topic, event.getBytes(UTF_8)).sequence()).isPositive();
            assertThat(Schemas.violations(topic, event)).isEmpty();
        }
    }

    /** What docs/CONTRACT.md shows of today's events, held against the schemas of then. */
    @ParameterizedTest
    @MethodSource("schemas")
    void consumerOfThen_readsTodaysEvents(Path file) throws IOException {
        Topic topic = Topic.ofName(name(file, ".json")).orElseThrow();
        Schema then =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(file), InputFormat.JSON);
        assertThat(then.validate(ContractDocumentTest.example(topic), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void schema_onlyGrew(Path file) throws IOException {
        JsonNode then = EventJson.mapper().readTree(Files.readString(file));
        JsonNode today =
                EventJson.mapper()
                        .readTree(
                                Files.readString(
                                        TODAY.resolve(String.valueOf(file.getFileName()))));
        var missing = new ArrayList<String>();
        compare("", then, today, missing);
        assertThat(missing).isEmpty();
    }

    /** All that was said then is said today: members, types, what is required; words may change. */
    private static void compare(String path, JsonNode then, JsonNode today, List<String> missing) {
        then.properties()
                .forEach(member -> {
                    String at = path + "/" + member.getKey();
                    JsonNode now = today.get(member.getKey());
                    boolean words = List.of("description", "title").contains(member.getKey());
                    if (words && member.getValue().isString()) {
                        return;
                    }
                    if (now == null) {
                        missing.add(at);
                    } else if (member.getValue().isObject()) {
                        compare(at, member.getValue(), now, missing);
                    } else if (member.getValue().isArray()) {
                        member.getValue().values().stream()
                                .filter(value -> !now.values().contains(value))
                                .forEach(value -> missing.add(at + ": " + value));
                    } else if (!member.getValue().equals(now)) {
                        missing.add(at + " is " + now + ", was " + member.getValue());
                    }
                });
    }

    private static String name(Path file, String ending) {
        return String.valueOf(file.getFileName()).replace(ending, "");
    }
}
