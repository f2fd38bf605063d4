package io.perfwatch.persister.storage;

import io.perfwatch.metric.EventJson;
import io.perfwatch.pack.StorableText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a host and one of its probes say of themselves, or that the host is to be forgotten.
 *
 * @param append when the broker took it
 * @param since sample time
 * @param json without what differs each time it is sent; null: the host is to be forgotten
 */
public record HostDocument(
        String host, String probe, Instant append, Instant since, @Nullable String json)
        implements Document {

    /** Somebody deleted the host: a record of its key without a value. */
    public static HostDocument tombstone(String host, Instant append) {
        return new HostDocument(host, "", append, append, null);
    }

    /** Of an event that has been read without an error. */
    public static HostDocument of(
            String host, String probe, Instant append, Instant time, byte[] event) {
        ObjectNode document = (ObjectNode) storable(EventJson.mapper().readTree(event));
        document.remove(List.of("time", "sequence"));
        return new HostDocument(host, probe, append, time, document.toString());
    }

    private static JsonNode storable(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.forEachEntry((name, n) -> copy.set(StorableText.of(name), storable(n)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(n -> copy.add(storable(n)));
                yield copy;
            }
            default ->
                    node.isString()
                            ? EventJson.mapper()
                                    .getNodeFactory()
                                    .stringNode(StorableText.of(node.stringValue()))
                            : node;
        };
    }
}
