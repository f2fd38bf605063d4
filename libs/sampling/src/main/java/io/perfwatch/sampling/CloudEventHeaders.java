package io.perfwatch.sampling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Event;
import io.perfwatch.metric.Topic;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** CloudEvents 1.0, Kafka binding, binary mode. */
final class CloudEventHeaders {
    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    private CloudEventHeaders() {}

    static List<Header> of(Topic topic, Event event) {
        return List.of(
                SPEC_VERSION,
                header("ce_id", event.envelope().id(topic)),
                header("ce_source", event.envelope().source()),
                header("ce_type", topic.topicName()),
                header("ce_time", event.time().toString()),
                CONTENT_TYPE);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
