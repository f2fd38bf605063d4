package io.perfwatch.gateway.history;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.Schema;
import io.perfwatch.gateway.Stack;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Stores samples of ten minutes ago as the persister does, and asks for them. */
public final class StoredHistory {
    static final UUID RUN = UUID.fromString("01928c5e-0000-7000-8000-000000000001");
    static final String TOPIC = "perfwatch.system.v1";

    private final Instant minute =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
    private final Schema schema;
    private final RunningGateway gateway;

    public StoredHistory(Stack stack) {
        schema = stack.schema();
        gateway = stack.open();
    }

    public Instant minute() {
        return minute;
    }

    /** A sample a second, one millisecond after it; its value is its sequence. */
    public void store(String host, Instant start, long first, long last) {
        schema.host(host);
        Pack pack = new Pack();
        LongStream.rangeClosed(first, last)
                .forEach(sequence -> {
                    int millis = (int) (sequence - first) * 1000 + 1;
                    pack.begin(new Sample(RUN, sequence, millis));
                    pack.number("utilization", Long.toString(sequence));
                });
        schema.pack(host, TOPIC, "cpu", start, pack);
    }

    /** One sample with so many cores. */
    void storeCores(String host, int cores, Instant start) {
        schema.host(host);
        Pack pack = new Pack();
        pack.begin(new Sample(RUN, 1, 0));
        for (int core = 0; core < cores; core++) {
            pack.number("cores[" + core + "].utilization", "0.5");
        }
        schema.pack(host, TOPIC, "cpu", start, pack);
    }

    /**
     * @param metric as it stands in an address
     */
    public JsonNode ask(String host, String metric, Instant from, Instant to, int points)
            throws Exception {
        return gateway.json(
                "/api/v1/history?host=%s&metric=%s&from=%s&to=%d&points=%d"
                        .formatted(host, metric, from, to.toEpochMilli(), points));
    }

    List<String> metrics(String host, String metric) throws Exception {
        return ask(host, metric, minute, minute.plusSeconds(60), 100)
                .path("series")
                .valueStream()
                .map(series -> series.path("metric").asString())
                .toList();
    }
}
