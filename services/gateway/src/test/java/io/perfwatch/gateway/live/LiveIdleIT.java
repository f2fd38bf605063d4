package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import jakarta.servlet.ServletContext;
import org.apache.tomcat.websocket.WsWebSocketContainer;
import org.apache.tomcat.websocket.server.Constants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
final class LiveIdleIT {
    private static final String SAMPLES =
            "\"hosts\":[\"idle\"],\"topics\":[\"perfwatch.system.v1\"]";

    private final RunningGateway gateway;
    private final Probe probe;

    LiveIdleIT(Stack stack) {
        gateway = stack.start("live.ping-interval=200ms", "live.idle-timeout=2s");
        probe = new Probe(stack.broker(), "idle");
        lookEverySecond();
    }

    /** Tomcat looks for the idle every ten seconds. */
    private void lookEverySecond() {
        Object container =
                gateway.bean(ServletContext.class)
                        .getAttribute(Constants.SERVER_CONTAINER_SERVLET_CONTEXT_ATTRIBUTE);
        ((WsWebSocketContainer) container).setProcessPeriod(1);
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
            answers.subscribe(SAMPLES).next("subscribed");
            silent.subscribe(SAMPLES);
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
