package io.perfwatch.metric;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The topics of the event contract; each holds one kind of record, as JSON. */
public enum Topic {
    SYSTEM("perfwatch.system.v1", SystemEvent.class, Cleanup.DELETE),
    PROCESSES("perfwatch.processes.v1", ProcessesEvent.class, Cleanup.DELETE),
    COUNTERS("perfwatch.counters.v1", CountersEvent.class, Cleanup.DELETE),
    HOSTS("perfwatch.hosts.v1", HostEvent.class, Cleanup.COMPACT),
    ANNOTATIONS("perfwatch.annotations.v1", Annotation.class, Cleanup.COMPACT),
    SETTINGS("perfwatch.settings.v1", RetentionSetting.class, Cleanup.COMPACT);

    /** What the broker does with old records. */
    public enum Cleanup {
        /** Records go after the topic's retention. */
        DELETE,
        /** The newest record of each key stays; a null value forgets the key. */
        COMPACT
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private final String topicName;
    private final Class<? extends Record> eventType;
    private final Cleanup cleanup;

    Topic(String topicName, Class<? extends Record> eventType, Cleanup cleanup) {
        this.topicName = topicName;
        this.eventType = eventType;
        this.cleanup = cleanup;
    }

    /** The name on the broker, version included. */
    public String topicName() {
        return topicName;
    }

    /** Where the persister puts what it cannot read, with the reason. */
    public String deadLetterTopicName() {
        return topicName + "-dlt";
    }

    /** What a record of it is; an {@link Event} where probes send it. */
    public Class<? extends Record> eventType() {
        return eventType;
    }

    /** Whether its records are events of probes, with an envelope, and not what people say. */
    public boolean isOfProbes() {
        return Event.class.isAssignableFrom(eventType);
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /**
     * Headers of a record, as the <a
     * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
     * 1.0 Kafka binding</a> has them in binary mode; each value in UTF-8.
     *
     * @param id the same when the event is sent again
     * @param source who sends it
     */
    public Map<String, String> headers(String id, String source, Instant time) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put("ce_type", topicName);
        headers.put("ce_time", TIME.format(time));
        headers.put("content-type", "application/json");
        return headers;
    }

    public static Optional<Topic> ofName(String topicName) {
        return Arrays.stream(values()).filter(t -> t.topicName.equals(topicName)).findFirst();
    }
}
