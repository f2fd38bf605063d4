package io.perfwatch.gateway.metric;

import io.perfwatch.gateway.web.NotKnownException;
import io.perfwatch.metric.Catalogue;
import io.perfwatch.metric.Topic;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for, and in which form it comes. */
@RestController
class MetricController {
    /** Of every metric its path, unit and meaning. */
    record Metrics(List<Catalogue.Entry> metrics) {}

    @GetMapping("/api/v1/metrics")
    Metrics metrics() {
        return new Metrics(Catalogue.entries());
    }

    /** The JSON Schema of a topic's events. */
    @GetMapping(path = "/api/v1/schemas/{topic}", produces = "application/schema+json")
    Resource schema(@PathVariable String topic) {
        return Topic.ofName(topic)
                .map(known -> new ClassPathResource("schema/" + known.topicName() + ".json"))
                .filter(Resource::exists)
                .orElseThrow(() -> new NotKnownException("There is no such topic."));
    }
}
