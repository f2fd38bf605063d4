package io.perfwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class InventoryPublisherTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @Test
    void inventory_goesAtTheStartOnChangeAndEachTenMinutes() {
        var kafka =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        try (var publisher = new EventPublisher(() -> kafka, 1 << 20, Duration.ofSeconds(10))) {
            var inventory = new InventoryPublisher(ProbeIdentity.start("h", "sampler"), publisher);
            for (int minute = 0; minute < 10; minute++) {
                inventory.offer(facts("1"), minute * MINUTE, Instant.EPOCH);
            }
            assertThat(publisher.counts().sampled()).isEqualTo(1);
            inventory.offer(facts("1"), 10 * MINUTE, Instant.EPOCH);
            assertThat(publisher.counts().sampled()).isEqualTo(2);
            inventory.offer(facts("2"), 11 * MINUTE, Instant.EPOCH);
            assertThat(publisher.counts().sampled()).isEqualTo(3);
        }
        assertThat(kafka.history()).extracting(r -> r.key()).containsOnly("h/sampler");
    }

    private static HostFacts facts(String version) {
        return new HostFacts(version, null, null, Map.of(), null, null, Map.of());
    }
}
