package io.perfwatch.persister;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.metric.Topic;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A buffer that gets full long before anything is due. */
class MemoryIT extends WithServers {
    private static final long BUFFER = 4 << 20;
    private static final int METRICS = 2_000;

    MemoryIT(Broker broker, Database database) {
        super(broker, database);
    }

    @Test
    void theEldestMinutesAreStoredEarlyWhenMemoryGetsShort() {
        List<String> sent = new ArrayList<>();
        try (Persister persister =
                        Persister.start(
                                broker,
                                database.url(),
                                "--perfwatch.persister.grace=10s",
                                "--perfwatch.persister.buffer=" + BUFFER + "B");
                Events events = new Events(broker)) {
            while (persister.balance().stored() == 0) {
                assertThat(openBytes(persister)).isLessThan(BUFFER);
                sent.add("web-%02d".formatted(sent.size()));
                events.send(Topic.SYSTEM, sent.getLast(), bigEvent(sent.getLast()));
                await().atMost(LONG).until(() -> persister.balance().consumed() == sent.size());
            }
            await().atMost(LONG).until(() -> openBytes(persister) <= BUFFER / 2);
            int stored = (int) persister.balance().stored();
            assertThat(sql.strings("select name from host order by name"))
                    .isEqualTo(sent.subList(0, stored));
            assertThat(persister.balance().open()).isEqualTo(sent.size() - stored);
            assertThat(stored).isBetween(sent.size() / 4, sent.size() / 2);
            assertThat(persister.balance().isExact()).isTrue();
        }
    }

    /** Half a minute ahead, so that what is left of its minute is waited for, at least as long. */
    private static byte[] bigEvent(String host) {
        String metrics =
                IntStream.range(0, METRICS)
                        .mapToObj(i -> "\"m%d\":0.%d".formatted(i, i))
                        .collect(joining(","));
        return Events.json(host, 1, Instant.now().plusSeconds(30), "1," + metrics).getBytes(UTF_8);
    }

    private static double openBytes(Persister persister) {
        return persister
                .prometheus()
                .lines()
                .filter(line -> line.startsWith("perfwatch_persister_open_bytes "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }
}
