package io.perfwatch.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.perfwatch.gateway.feed.EventsForTests;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AsyncApiTest {
    private static final StreamKey A = new StreamKey(Topic.SYSTEM, "a");

    @Test
    void document_isAsyncApi3() {
        JsonNode specification = AsyncApi.read("/asyncapi/3.0.0.json");

        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                                .getSchema(specification)
                                .validate(AsyncApi.DOCUMENT))
                .isEmpty();
    }

    @Test
    void everyReference_leadsSomewhere() {
        assertThat(references(AsyncApi.DOCUMENT))
                .filteredOn(reference -> reference.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(AsyncApi.DOCUMENT.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    @Test
    void everyTopic_isAChannel() {
        assertThat(AsyncApi.DOCUMENT.path("channels").valueStream())
                .extracting(channel -> channel.path("address").asString())
                .containsAll(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @Test
    void everyTopicOfProbes_mayBeSubscribedTo() {
        assertThat(AsyncApi.DOCUMENT.at("/components/schemas/topic/enum").valueStream())
                .extracting(JsonNode::asString)
                .containsExactlyElementsOf(
                        Arrays.stream(Topic.values())
                                .filter(Topic::isOfProbes)
                                .map(Topic::topicName)
                                .toList());
    }

    @Test
    void everyMessage_isDocumentedAndAsDocumented() {
        TopicPartition partition = new TopicPartition(Topic.SYSTEM.topicName(), 0);
        FeedEvent event =
                new FeedEvent(
                        A,
                        0,
                        7,
                        0,
                        EventsForTests.system("a", 1, EventsForTests.cpu(0.5)).getBytes(UTF_8));
        List<String> messages =
                List.of(
                        new String(LiveMessages.sample(event), UTF_8),
                        new String(LiveMessages.replay(List.of(event), null), UTF_8),
                        LiveMessages.subscribed(Subscription.NONE, Map.of(partition, 8L)),
                        LiveMessages.dropped(A, 2),
                        LiveMessages.gap(partition, 1, 2, "reason"),
                        LiveMessages.problem(400, "title", "detail"),
                        UTF_8.decode(
                                        new FleetFrame(
                                                        EventsForTests.START,
                                                        List.of("a"),
                                                        "{\"state\":[\"up\"]}")
                                                .message(List.of()))
                                .toString(),
                        "{\"type\":\"subscribe\"}");

        messages.forEach(AsyncApi::check);
        assertThat(
                        messages.stream()
                                .map(m -> JsonMapper.shared().readTree(m).path("type").asString()))
                .containsExactlyInAnyOrderElementsOf(AsyncApi.documented());
    }

    private static List<String> references(JsonNode node) {
        return node.findValues("$ref").stream().map(JsonNode::asString).toList();
    }
}
