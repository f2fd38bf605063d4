package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What {@code /actuator/prometheus} says of records adds up in every answer. */
class AccountIT extends WithServers {
    private static final int EVENTS = 4000;

    AccountIT(Broker broker, Database database) {
        super(broker, database);
    }

    @Test
    void theNumbersOfATopicAddUpAtAnyInstant() {
        try (Persister persister =
                        Persister.start(
                                broker,
                                database.url(),
                                Persister.SHORT_GRACE,
                                "--perfwatch.persister.threads=2");
                Events events = new Events(broker)) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(events));
            int withOpen = 0;
            Answer answer = new Answer("");
            Instant end = Instant.now().plus(LONG);
            while (!sent.isDone() || answer.settled(Topic.SYSTEM) < EVENTS) {
                answer = new Answer(persister.prometheus());
                answer.assertExact();
                assertThat(Instant.now()).as(answer.text()).isBefore(end);
                withOpen += answer.open(Topic.SYSTEM) > 0 ? 1 : 0;
            }
            sent.join();
            assertThat(withOpen).isPositive();
            assertThat(answer.of("settled_total", Topic.SYSTEM, "too-old")).isPositive();
            assertThat(answer.of("settled_total", Topic.SYSTEM, "duplicate")).isPositive();
            assertThat(answer.of("settled_total", Topic.SYSTEM, "dead-lettered")).isPositive();
        }
    }

    /** Of each hundred one is poison, one too old, one is there already. */
    private void send(Events events) {
        for (int i = 1; i <= EVENTS; i++) {
            String host = "web-" + i % 7;
            switch (i % 100) {
                case 0 -> events.send(Topic.SYSTEM, host, "poison".getBytes(UTF_8));
                case 1 -> events.send(host, i, events.minute.minus(Duration.ofDays(3)), "1");
                case 9 -> events.send(host, i - 7, events.minute.plusMillis((i - 7) * 10L), "1");
                default -> events.send(host, i, events.minute.plusMillis(i * 10L), "1");
            }
        }
    }

    /** One answer of the actuator. */
    private record Answer(String text) {
        void assertExact() {
            for (Topic topic : Topic.values()) {
                assertThat(of("consumed_total", topic, ""))
                        .as(topic.topicName())
                        .isEqualTo(settled(topic) + open(topic));
            }
        }

        double settled(Topic topic) {
            return of("settled_total", topic, "");
        }

        double open(Topic topic) {
            return of("open{", topic, "");
        }

        double of(String name, Topic topic, String outcome) {
            return Arrays.stream(text.split("\n", -1))
                    .filter(line -> line.startsWith("perfwatch_persister_" + name))
                    .filter(line -> line.contains('"' + topic.topicName() + '"'))
                    .filter(line -> line.contains(outcome))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }
    }
}
