package io.perfwatch.endtoend;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which sample it is, wherever it is found.
 *
 * @param host from whom
 * @param run one life of a probe
 * @param sequence counted from 1 in a run
 * @param time the end of the tick
 */
record Sample(String host, String run, long sequence, Instant time) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Sample of(JsonNode event) {
        return new Sample(
                event.get("host").asString(),
                event.get("run").asString(),
                event.get("sequence").asLong(),
                Instant.parse(event.get("time").asString()));
    }

    /** All that a topic holds now. */
    static List<Sample> published(PerfWatch perfwatch, String topic) {
        return events(perfwatch, topic).map(Sample::of).toList();
    }

    /** Of them those with a family: what cannot be measured yet is not in the first one. */
    static List<Sample> published(PerfWatch perfwatch, String topic, String family) {
        return events(perfwatch, topic).filter(e -> e.has(family)).map(Sample::of).toList();
    }

    static Stream<Sample> in(Iterable<ConsumerRecord<String, String>> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(record -> Sample.of(JSON.readTree(record.value())));
    }

    private static Stream<JsonNode> events(PerfWatch perfwatch, String topic) {
        return TopicReader.all(perfwatch, topic).stream()
                .map(record -> JSON.readTree(record.value()));
    }
}
