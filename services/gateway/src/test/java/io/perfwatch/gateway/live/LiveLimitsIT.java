package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiveLimitsIT {
    private static final int LARGE = 200_000;
    private static final int ENOUGH_TO_FILL_THE_SOCKET = 80;

    private final Stack stack;
    private RunningGateway gateway;
    private LiveClients clients;
    private String host = "";
    private Probe probe;

    LiveLimitsIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void start() {
        gateway =
                stack.start(
                        "live.max-connections=2",
                        "live.max-messages-per-minute=20",
                        "live.queue-length=8",
                        "live.send-timeout=5s");
        clients = gateway.bean(LiveClients.class);
    }

    @BeforeEach
    void nobodyIsThere() {
        await().until(() -> clients.size() == 0);
        host = "h" + UUID.randomUUID();
        probe = new Probe(stack.broker(), host);
    }

    @AfterEach
    void endProbe() {
        probe.close();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private String samples() {
        return "\"hosts\":[\"" + host + "\"],\"topics\":[\"perfwatch.system.v1\"]";
    }

    @Test
    void stalledClient_isClosedAndCostsTheOthersNothing() throws Exception {
        try (LiveSocket reading = LiveSocket.open(gateway.port());
                LiveSocket stalled = LiveSocket.openStalled(gateway.port())) {
            reading.subscribe(samples()).next("subscribed");
            stalled.subscribe(samples());
            for (int i = 1; i <= ENOUGH_TO_FILL_THE_SOCKET; i++) {
                probe.largeSample(LARGE);
                assertThat(reading.nextSequences(1)).containsExactly((long) i);
            }

            await().until(() -> clients.size() == 1);
            Deliveries all = clients.deliveries();
            assertThat(all.dropped() + all.abandoned()).isPositive();
            assertThat(all.delivered() + all.dropped() + all.queued() + all.abandoned())
                    .isEqualTo(all.fannedOut());
            probe.sample();
            assertThat(reading.nextSequences(1)).containsExactly(ENOUGH_TO_FILL_THE_SOCKET + 1L);
        }
    }

    @Test
    void clientThatReadsAgain_isToldWhatItMissed() throws Exception {
        try (LiveSocket slow = LiveSocket.openStalled(gateway.port())) {
            long before = clients.deliveries().dropped();
            slow.subscribe(samples());
            for (int i = 0; i < ENOUGH_TO_FILL_THE_SOCKET; i++) {
                probe.largeSample(LARGE);
            }
            await().until(() -> clients.deliveries().dropped() > before);
            slow.read();

            assertThat(slow.next("dropped").path("count").asLong()).isPositive();
            assertThat(slow.next("sample").path("host").asString()).isEqualTo(host);
        }
    }

    @Test
    void garbage_isAnsweredAndThenClosed() throws Exception {
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            for (int i = 0; i < 5; i++) {
                socket.say("garbage");
                assertThat(socket.next("problem").path("status").asInt()).isEqualTo(400);
            }
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void tooMuchTalk_isClosed() throws Exception {
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            IntStream.range(0, 21).forEach(_ -> socket.subscribe(samples()));

            assertThat(socket.next("problem").path("status").asInt()).isEqualTo(429);
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void tooLargeAMessage_isClosed() throws Exception {
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.say("x".repeat(20_000));

            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void tooLargeAMessageInParts_isClosed() throws Exception {
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.sayInParts("x".repeat(16_385), 100);

            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void largestMessage_isUnderstoodAsAWholeAndInParts() throws Exception {
        String message = "{\"type\":\"subscribe\"," + samples() + "}";
        String padded = message + " ".repeat(16_384 - message.length());
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.say(padded).next("subscribed");
            socket.sayInParts(padded, 100).next("subscribed");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10_000})
    void binary_isClosed(int length) throws Exception {
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            assertThat(socket.sayBinary(length).closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void oneTooMany_isToldToComeBackLater() throws Exception {
        try (LiveSocket first = LiveSocket.open(gateway.port());
                LiveSocket second = LiveSocket.open(gateway.port())) {
            first.subscribe(samples()).next("subscribed");
            second.subscribe(samples()).next("subscribed");
            try (LiveSocket third = LiveSocket.open(gateway.port())) {
                assertThat(third.closeCode()).isEqualTo(1013);
            }
        }
    }

    @Test
    void whateverIsSaid_theOthersGoOn() throws Exception {
        Random random = new Random(7);
        for (int client = 0; client < 20; client++) {
            try (LiveSocket socket = LiveSocket.open(gateway.port())) {
                for (int i = 0; i < 5; i++) {
                    socket.say(garbage(random));
                }
            }
            await().until(() -> clients.size() == 0);
        }
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.subscribe(samples()).next("subscribed");
            probe.sample();
            assertThat(socket.nextSequences(1)).containsExactly(1L);
        }
    }

    /** Something that looks like a message at first. */
    private static String garbage(Random random) {
        String message =
                "{\"type\":\"subscribe\",\"hosts\":[\"*\"],\"topics\":[\"perfwatch.system.v1\"],"
                        + "\"replaySeconds\":3600,\"cursor\":{\"perfwatch.system.v1-0\":1}}";
        StringBuilder text = new StringBuilder(message);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
