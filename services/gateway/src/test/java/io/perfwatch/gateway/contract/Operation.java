package io.perfwatch.gateway.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operation of the committed OpenAPI document. */
record Operation(String method, String path, JsonNode definition, JsonNode schemas) {
    private static final Path DOCUMENT = Path.of("../../docs/openapi.json");

    static Stream<Operation> all() throws IOException {
        JsonNode document = JsonMapper.shared().readTree(Files.readString(DOCUMENT));
        JsonNode schemas = document.at("/components/schemas");
        return document.path("paths")
                .propertyStream()
                .flatMap(path ->
                        path.getValue()
                                .propertyStream()
                                .map(method ->
                                        new Operation(
                                                method.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey(),
                                                method.getValue(),
                                                schemas)));
    }

    List<JsonNode> parameters() {
        return definition.path("parameters").valueStream().toList();
    }

    /** Missing if the operation takes none. */
    JsonNode body() {
        return definition.at("/requestBody/content/application~1json/schema");
    }

    Set<Integer> documentedStatuses() {
        return definition
                .path("responses")
                .propertyStream()
                .map(answer -> Integer.valueOf(answer.getKey()))
                .collect(Collectors.toSet());
    }

    /** What is documented of the answer with this status. */
    JsonNode answer(int status) {
        return definition.path("responses").path(Integer.toString(status));
    }

    /** Whether a request for {@code rawPath} is one for this. */
    boolean isAt(String rawPath) {
        String[] mine = path.split("/", -1);
        String[] asked = rawPath.split("/", -1);
        return mine.length == asked.length
                && IntStream.range(0, mine.length)
                        .allMatch(i -> mine[i].startsWith("{") || mine[i].equals(asked[i]));
    }

    /** Behind its reference, if it is one. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema
                : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
