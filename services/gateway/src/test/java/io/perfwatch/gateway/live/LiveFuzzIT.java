package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
final class LiveFuzzIT {
    private static final int FEW = 300;
    private static final int MANY = 5000;

    private final RunningGateway gateway;
    private final Probe probe;

    LiveFuzzIT(Stack stack) {
        gateway = stack.start("live.send-timeout=2s");
        probe = new Probe(stack.broker(), "fuzz");
    }

    @AfterEach
    void stop() {
        probe.close();
        gateway.close();
    }

    @Test
    void whateverIsOnTheWire_theOthersGoOnAndNothingStays() throws Exception {
        fuzz(FEW, 11);
    }

    @Tag("full")
    @Test
    void whateverIsOnTheWire_long() throws Exception {
        fuzz(MANY, 12);
    }

    private void fuzz(int connections, long seed) throws Exception {
        LiveClients clients = gateway.bean(LiveClients.class);
        WireFuzzer fuzzer = new WireFuzzer(gateway.port(), new Random(seed));
        try (LiveSocket socket = LiveSocket.open(gateway.port())) {
            socket.subscribe("\"hosts\":[\"fuzz\"],\"topics\":[\"perfwatch.system.v1\"]")
                    .next("subscribed");
            long sequence = 0;
            for (int i = 0; i < connections; i++) {
                fuzzer.connect();
                if (i % 10 == 0) {
                    probe.sample();
                    assertThat(socket.nextSequences(1)).containsExactly(++sequence);
                }
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> clients.size() == 1);
        }
        await().until(() -> clients.size() == 0);
        Deliveries all = clients.deliveries();
        assertThat(all.delivered() + all.dropped() + all.abandoned()).isEqualTo(all.fannedOut());
        assertThat(all.queued()).isZero();
    }
}
