package io.perfwatch.gateway.live;

import static io.perfwatch.gateway.feed.EventsForTests.cpu;
import static io.perfwatch.gateway.feed.EventsForTests.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.gateway.history.StoredHistory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a page does: it follows, asks what was, and puts both together by their times. */
@ExtendWith(SharedStack.class)
final class HistoryAndLiveIT {
    private static final int STORED = 60;
    private static final int STILL_IN_MEMORY = 41;
    private static final int SENT_BEFORE = 100;
    private static final int ALL = 250;

    private final Stack stack;
    private final RunningGateway gateway;
    private final StoredHistory history;
    private final String host = "h" + UUID.randomUUID();

    HistoryAndLiveIT(Stack stack) {
        this.stack = stack;
        gateway = stack.open();
        history = new StoredHistory(stack);
    }

    @Test
    void join_withoutSeamOrDouble() throws Exception {
        history.store(host, history.minute(), 1, STORED);
        try (Probe probe = new Probe(stack.broker(), host);
                LiveSocket socket = LiveSocket.open(gateway.port())) {
            send(probe, STILL_IN_MEMORY, SENT_BEFORE);
            await().until(() -> times(ask()).size() == SENT_BEFORE);
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> send(probe, SENT_BEFORE + 1, ALL));
            socket.subscribe("\"hosts\":[\"" + host + "\"],\"topics\":[\"perfwatch.system.v1\"]")
                    .next("subscribed");
            List<Long> before = times(ask());
            long first = socket.nextSequences(1).getFirst();
            List<Long> live = socket.nextSequences((int) (ALL - first));
            sending.join();

            assertThat(before).isEqualTo(timesOf(1, before.size()));
            assertThat(first).isBetween((long) SENT_BEFORE, before.size() + 1L);
            assertThat(live).isEqualTo(LongStream.rangeClosed(first + 1, ALL).boxed().toList());
            assertThat(times(ask())).isEqualTo(timesOf(1, ALL));
            assertThat(ask().path("gaps")).isEmpty();
        }
    }

    private JsonNode ask() throws Exception {
        Instant from = history.minute();
        return history.ask(host, "cpu.utilization", from, from.plusSeconds(ALL + 10), 1200);
    }

    private void send(Probe probe, long first, long last) {
        try {
            for (long sequence = first; sequence <= last; sequence++) {
                Instant time = Instant.ofEpochMilli(time(sequence));
                probe.send(system(host, sequence, time, cpu(0.5)));
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> times(JsonNode answer) {
        return answer.path("time").valueStream().map(JsonNode::asLong).toList();
    }

    private List<Long> timesOf(long first, long last) {
        return LongStream.rangeClosed(first, last).map(this::time).boxed().toList();
    }

    private long time(long sequence) {
        return history.minute().plusSeconds(sequence - 1).plusMillis(1).toEpochMilli();
    }
}
