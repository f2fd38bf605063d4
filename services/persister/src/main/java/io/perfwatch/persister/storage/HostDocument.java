package io.perfwatch.persister.storage;

import io.perfwatch.metric.Envelope;
import io.perfwatch.metric.EventJson;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.pack.StorableText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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
    private static final long OVERHEAD = 500;

    /** Somebody deleted the host: a record of its key without a value. */
    public static HostDocument tombstone(String host, Instant append) {
        return new HostDocument(host, "", append, append, null);
    }

    /**
     * Of an event that has that envelope.
     *
     * @throws MalformedEventException if what the envelope does not cover is no JSON
     */
    public static HostDocument of(Envelope envelope, Instant append, byte[] event) {
        try {
            ObjectNode document = (ObjectNode) storable(EventJson.mapper().readTree(event));
            document.remove(List.of("time", "sequence", "run"));
            return new HostDocument(
                    envelope.host(),
                    envelope.probe(),
                    append,
                    envelope.time(),
                    document.toString());
        } catch (JacksonException e) {
            throw new MalformedEventException("not readable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    boolean isTombstone() {
        return json == null;
    }

    @Override
    public long bytes() {
        return OVERHEAD + (json == null ? 0 : json.length());
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
