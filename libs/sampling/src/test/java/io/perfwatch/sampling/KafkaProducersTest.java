package io.perfwatch.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaProducersTest {
    @Test
    void whatOrderAndCompletenessHangOn_isNotAMatterOfConfiguration() {
        Map<String, Object> settings =
                KafkaProducers.settings(
                        Map.of(
                                "acks",
                                "1",
                                "enable.idempotence",
                                false,
                                "max.in.flight.requests.per.connection",
                                5,
                                "linger.ms",
                                50));
        assertThat(settings)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("max.in.flight.requests.per.connection", 1)
                .containsEntry("linger.ms", 50);
    }
}
