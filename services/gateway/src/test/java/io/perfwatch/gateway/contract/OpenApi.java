package io.perfwatch.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds answers of the gateway against the committed OpenAPI document. */
public final class OpenApi {
    private static final List<Operation> OPERATIONS = operations();
    private static final JsonNode SCHEMAS = strict(OPERATIONS.getFirst().schemas());
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<JsonNode, Schema> COMPILED = new ConcurrentHashMap<>();

    private OpenApi() {}

    /**
     * Fails unless the answer's status, content type and JSON are documented, every member of it
     * too. What is no operation of the document (a file, another method) is passed over.
     */
    public static <T> HttpResponse<T> checked(HttpResponse<T> answer) {
        find(answer.request().method(), answer.uri().getRawPath())
                .ifPresent(operation -> check(operation, answer));
        return answer;
    }

    private static Optional<Operation> find(String method, String path) {
        return OPERATIONS.stream()
                .filter(operation -> operation.method().equals(method) && operation.isAt(path))
                // A path without a variable is the better match.
                .min(Comparator.comparing(operation -> operation.path().contains("{")));
    }

    private static void check(Operation operation, HttpResponse<?> answer) {
        String what =
                "%s %s: %d %s"
                        .formatted(
                                operation.method(),
                                answer.uri(),
                                answer.statusCode(),
                                answer.body());
        assertThat(operation.documentedStatuses()).as(what).contains(answer.statusCode());
        JsonNode content = operation.answer(answer.statusCode()).path("content");
        if (content.isEmpty()) {
            assertThat(String.valueOf(answer.body())).as(what).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        assertThat(content.propertyNames()).as(what).contains(type);
        if ((type.endsWith("/json") || type.endsWith("+json"))
                && answer.body() instanceof String json) {
            assertThat(
                            compiled(content.path(type).path("schema"))
                                    .validate(
                                            json,
                                            InputFormat.JSON,
                                            context ->
                                                    context.executionConfig(config ->
                                                            config.formatAssertionsEnabled(true))))
                    .as(what)
                    .isEmpty();
        }
    }

    private static Schema compiled(JsonNode schema) {
        return COMPILED.computeIfAbsent(
                schema,
                _ -> {
                    ObjectNode whole = (ObjectNode) schema.deepCopy();
                    whole.set(
                            "components",
                            JsonMapper.shared().createObjectNode().set("schemas", SCHEMAS));
                    return REGISTRY.getSchema(whole);
                });
    }

    /** With nothing else allowed than what is documented. */
    private static JsonNode strict(JsonNode schemas) {
        JsonNode strict = schemas.deepCopy();
        strict.valueStream()
                .filter(schema -> schema.has("properties") && !schema.has("additionalProperties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
        return strict;
    }

    private static List<Operation> operations() {
        try {
            return Operation.all().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
