package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Infrastructure.class)
final class LiveIdleIT {
    private static final String EVERYTHING =
            "\"hosts\":[\"*\"],\"topics\":[\"perfwatch.system.v1\"]";

    private final RunningGateway gateway;
    private final Probe probe;

    LiveIdleIT(Broker broker, Database database) {
        gateway =
                RunningGateway.start(
                        broker, database, "live.ping-interval=200ms", "live.idle-timeout=2s");
        probe = new Probe(broker, "h");
    }

    @AfterEach
    void stop() {
        probe.close();
        gateway.close();
    }

    /** Both get samples all the time and say nothing by themselves; only one answers pings. */
    @Test
    void whoAnswersPings_staysAndWhoDoesNotIsClosed() throws Exception {
        try (LiveSocket answers = LiveSocket.open(gateway.port());
                LiveSocket silent = LiveSocket.openStalled(gateway.port())) {
            answers.subscribe(EVERYTHING).next("subscribed");
            silent.subscribe(EVERYTHING);
            long sequence = 0;
            while (gateway.bean(LiveClients.class).size() == 2) {
                probe.sample();
                assertThat(answers.nextSequences(1)).containsExactly(++sequence);
            }
            probe.sample();
            assertThat(answers.nextSequences(1)).containsExactly(++sequence);
        }
    }
}
