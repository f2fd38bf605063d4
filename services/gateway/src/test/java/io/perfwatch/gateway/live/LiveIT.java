package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.test.Broker;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiveIT {
    private static final String SYSTEM = "\"topics\":[\"perfwatch.system.v1\"]";

    private final Stack stack;
    private final Broker broker;
    private final RunningGateway gateway;
    private String host = "";
    private Probe probe;

    LiveIT(Stack stack) {
        this.stack = stack;
        broker = stack.broker();
        gateway = stack.open();
    }

    @BeforeEach
    void isFollowed() throws Exception {
        host = "h" + UUID.randomUUID();
        probe = new Probe(broker, host);
        probe.sample();
        await().until(() -> gateway.get("/api/v1/hosts/" + host).statusCode() == 200);
    }

    @AfterEach
    void endProbe() {
        probe.close();
    }

    @Test
    void whatIsProduced_isTheTextOnTheSocket() throws Exception {
        try (LiveSocket socket = follow("\"hosts\":[\"" + host + "\"]")) {
            String event = probe.sample();

            assertThat(socket.nextText())
                    .startsWith(
                            "{\"type\":\"sample\",\"topic\":\"perfwatch.system.v1\",\"host\":\"")
                    .endsWith("\"event\":" + event + "}");
        }
    }

    @Test
    void poison_isPassedOver() throws Exception {
        double before = skipped();
        try (LiveSocket socket = follow("\"hosts\":[\"" + host + "\"]")) {
            probe.send("no json");
            probe.send("{\"host\":7}");
            probe.sample();

            assertThat(socket.nextSequences(1)).containsExactly(2L);
        }
        assertThat(skipped()).isEqualTo(before + 2);
    }

    @Test
    void anEvent_isMadeATextOnceHoweverManyGetIt() throws Exception {
        String hosts = "\"hosts\":[\"" + host + "\"]";
        double encoded = metric("perfwatch_live_encoded_total ");
        double fannedOut = metric("perfwatch_live_fanned_out_total ");
        try (LiveSocket one = follow(hosts);
                LiveSocket two = follow(hosts);
                LiveSocket three = follow(hosts)) {
            probe.sample();
            probe.sample();
            for (LiveSocket socket : List.of(one, two, three)) {
                assertThat(socket.nextSequences(2)).containsExactly(2L, 3L);
            }
        }
        assertThat(metric("perfwatch_live_fanned_out_total "))
                .isGreaterThanOrEqualTo(fannedOut + 6);
        assertThat(metric("perfwatch_live_encoded_total ")).isEqualTo(encoded + 2);
    }

    private double skipped() throws Exception {
        return metric("perfwatch_feed_skipped_total ");
    }

    private double metric(String name) throws Exception {
        return gateway.getManagement("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }

    @Test
    void otherHosts_areNotHeard() throws Exception {
        try (LiveSocket socket = follow("\"hosts\":[\"" + host + "\"]");
                Probe other = new Probe(broker, "other")) {
            other.sample();
            probe.sample();

            assertThat(socket.next("sample").path("host").asString()).isEqualTo(host);
        }
    }

    @Test
    void labels_selectHosts() throws Exception {
        String label = "{\"env\":\"" + host + "\"}";
        probe.describe(label);
        await().until(() -> gateway.get("/api/v1/hosts/" + host).body().contains(label));
        try (LiveSocket socket = follow("\"labels\":" + label);
                Probe other = new Probe(broker, "other")) {
            other.describe("{\"env\":\"test\"}");
            other.sample();
            probe.sample();
            assertThat(socket.next("sample").path("host").asString()).isEqualTo(host);

            other.describe(label);
            await().until(() -> {
                other.sample();
                return socket.next("sample").path("host").asString().equals("other");
            });
        }
    }

    @Test
    void fleet_comesEachSecondWithoutTheNames() throws Exception {
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.subscribe("\"view\":\"fleet\"");
            JsonNode first = socket.next("fleet");
            JsonNode second = socket.next("fleet");

            assertThat(first.path("hosts").valueStream()).anyMatch(h -> h.asString().equals(host));
            assertThat(second.path("hosts").isMissingNode()).isTrue();
            assertThat(second.path("columns").path("cpu.utilization"))
                    .hasSameSizeAs(first.path("hosts"));
        }
    }

    @Test
    void newSubscriber_startsWithTheNewest() throws Exception {
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.subscribe("\"hosts\":[\"" + host + "\"]," + SYSTEM);

            assertThat(socket.nextSequences(1)).containsExactly(1L);
        }
    }

    @Test
    void cursor_resumesWithoutHoleOrDouble() throws Exception {
        String cursor = cursorOfNow();
        probe.samples(20);

        assertResumes(cursor, 2, 21);
    }

    @Test
    void brokerThatWasAway_isFollowedAgain_alsoByWhoStartedMeanwhile() throws Exception {
        try (LiveSocket socket = follow("\"hosts\":[\"" + host + "\"]")) {
            broker.stop();
            try (RunningGateway early = stack.start()) {
                assertThat(early.getManagement("/actuator/health/readiness").statusCode())
                        .isEqualTo(200);
                broker.start();
                probe.samples(3);

                assertThat(socket.nextSequences(3)).containsExactly(2L, 3L, 4L);
                await().until(() -> early.get("/api/v1/hosts/" + host).statusCode() == 200);
            }
        }
    }

    private void assertResumes(String cursor, long first, long last) throws Exception {
        List<Long> expected = LongStream.rangeClosed(first, last + 1).boxed().toList();
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.subscribe("\"hosts\":[\"" + host + "\"]," + SYSTEM + ",\"cursor\":" + cursor);
            List<Long> before = socket.nextSequences((int) (last - first) + 1);
            probe.sample();
            List<Long> after = socket.nextSequences(1);

            assertThat(before).containsExactlyElementsOf(expected.subList(0, expected.size() - 1));
            assertThat(after).containsExactly(expected.getLast());
            assertThat(socket.waiting()).isZero();
        }
    }

    /** Of a client that has got everything until now. */
    private String cursorOfNow() throws Exception {
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.subscribe("\"hosts\":[\"" + host + "\"]," + SYSTEM);
            JsonNode subscribed = socket.next("subscribed");
            return subscribed.path("cursor").toString();
        }
    }

    /** A client for which everything before now is past. */
    private LiveSocket follow(String hosts) throws Exception {
        LiveSocket socket = LiveSocket.open(gateway.port());
        socket.subscribe(hosts + "," + SYSTEM);
        socket.next("subscribed");
        return socket;
    }
}
