package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events to JSON and back: absent members stay absent, unknown ones are passed over. */
public final class EventJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(EventBounds.MAX_DEPTH)
                                                    .maxDocumentLength(EventBounds.MAX_BYTES)
                                                    .build())
                                    .build())
                    .addModule(PlainNumbers.module())
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private EventJson() {}

    /** The one mapper of the contract, also for schemas and tests. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** UTF-8. */
    public static byte[] write(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** UTF-8. */
    public static byte[] write(Annotation annotation) {
        return MAPPER.writeValueAsBytes(annotation);
    }

    /**
     * @throws MalformedEventException if it is none; the message names what is wrong
     */
    public static Annotation readAnnotation(byte[] json) {
        try {
            return Objects.requireNonNull(MAPPER.readValue(json, Annotation.class), "null");
        } catch (JacksonException e) {
            throw new MalformedEventException(e.getOriginalMessage(), e);
        } catch (NullPointerException e) {
            throw new MalformedEventException("not an annotation", e);
        }
    }

    /** UTF-8. */
    public static byte[] write(RetentionSetting setting) {
        return MAPPER.writeValueAsBytes(setting);
    }

    /**
     * @throws MalformedEventException if it is none; the message names what is wrong
     */
    public static RetentionSetting readRetention(byte[] json) {
        try {
            return Objects.requireNonNull(MAPPER.readValue(json, RetentionSetting.class), "null");
        } catch (JacksonException e) {
            throw new MalformedEventException(e.getOriginalMessage(), e);
        } catch (NullPointerException e) {
            throw new MalformedEventException("no setting", e);
        }
    }

    /**
     * Reads a whole typed event. What only needs the numbers uses {@link EventReader}, which also
     * takes events of newer probes.
     *
     * @throws MalformedEventException if it is not an event of that topic
     */
    public static Event read(Topic topic, byte[] json) {
        try {
            Event event = MAPPER.readValue(json, topic.eventType().asSubclass(Event.class));
            event.envelope();
            return event;
        } catch (JacksonException e) {
            throw new MalformedEventException(e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new MalformedEventException("envelope: " + e.getMessage(), e);
        }
    }
}
