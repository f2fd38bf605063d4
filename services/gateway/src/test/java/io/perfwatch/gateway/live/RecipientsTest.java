package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RecipientsTest {
    private static final List<Map<String, String>> LABELS =
            List.of(Map.of(), Map.of("zone", "x"), Map.of("zone", "y"));

    private final Map<Integer, Subscription> wishes = new HashMap<>();
    private final Recipients<Integer> recipients =
            new Recipients<>(
                    wishes.keySet(), client -> wishes.getOrDefault(client, Subscription.NONE));
    private final Random random = new Random(3);

    /** Whatever happens, it is as if everybody were asked each time. */
    @Test
    void recipients_areThoseWhoWantIt() {
        for (int i = 0; i < 5000; i++) {
            int client = random.nextInt(20);
            switch (random.nextInt(4)) {
                case 0 -> wishes.remove(client);
                case 1, 2 -> wishes.put(client, wish());
                default -> wishes.put(client, Subscription.NONE);
            }
            recipients.changed(client);
            StreamKey stream = new StreamKey(Topic.SYSTEM, host());
            Map<String, String> labels = LABELS.get(random.nextInt(LABELS.size()));

            assertThat(recipients.of(stream, labels))
                    .containsExactlyInAnyOrderElementsOf(
                            wishes.entrySet().stream()
                                    .filter(each -> each.getValue().wants(stream, labels))
                                    .map(Map.Entry::getKey)
                                    .toList());
        }
    }

    private Subscription wish() {
        Set<String> names = Set.of(random.nextInt(4) == 0 ? HostSelection.ANY : host());
        Map<String, String> labels = LABELS.get(random.nextInt(LABELS.size()));
        return new Subscription(
                new HostSelection(names, labels),
                Set.of(Topic.SYSTEM),
                false,
                Map.of(),
                Instant.EPOCH);
    }

    private String host() {
        return "h" + random.nextInt(5);
    }
}
