package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document that the gateway serves, held against what goes over the wire. */
final class AsyncApi {
    static final JsonNode DOCUMENT = read("/asyncapi.json");

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> BY_TYPE = new ConcurrentHashMap<>();

    private AsyncApi() {}

    /** Fails unless it is as the document says. */
    static void check(String message) {
        String type = JsonMapper.shared().readTree(message).path("type").asString();
        assertThat(documented()).contains(type);
        assertThat(
                        BY_TYPE.computeIfAbsent(type, AsyncApi::schema)
                                .validate(message, InputFormat.JSON))
                .as(message)
                .isEmpty();
    }

    /** The types of the messages that may go over the WebSocket. */
    static Set<String> documented() {
        return new TreeSet<>(DOCUMENT.at("/channels/live/messages").propertyNames());
    }

    private static Schema schema(String type) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("$ref", "#/components/schemas/" + type);
        schema.set("components", DOCUMENT.path("components"));
        return SCHEMAS.getSchema(schema);
    }

    static JsonNode read(String resource) {
        try (InputStream json =
                Objects.requireNonNull(AsyncApi.class.getResourceAsStream(resource))) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
