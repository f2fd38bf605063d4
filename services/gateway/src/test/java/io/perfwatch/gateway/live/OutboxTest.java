package io.perfwatch.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.feed.StreamKey;
import io.perfwatch.metric.Topic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private int calls;
    private final Outbox outbox = new Outbox(3, () -> calls++);

    @Test
    void keepsEverything_whileThereIsRoom() {
        offer("a", "1", "cpu");
        offer("a", "2", "cpu");
        offer("a", "3", "cpu");

        assertThat(takeAll()).containsExactly("1", "2", "3");
        assertThat(outbox.deliveries()).isEqualTo(new Deliveries(3, 3, 0, 0, 0));
    }

    @Test
    void full_keepsTheNewestOfEachStreamAndTellsWhatIsGone() {
        offer("a", "a1", "cpu");
        offer("b", "b1", "cpu");
        offer("a", "a2", "cpu");
        offer("a", "a3", "cpu");

        assertThat(takeAll()).containsExactly(dropped("a", 2), "b1", "a3");
        assertThat(outbox.deliveries()).isEqualTo(new Deliveries(4, 2, 2, 0, 0));
    }

    @Test
    void full_keepsTheOnlyEventOfASlowFamily() {
        offer("a", "a1", "cpu", "disks");
        offer("a", "a2", "cpu");
        offer("a", "a3", "cpu");
        offer("a", "a4", "cpu");

        assertThat(takeAll()).containsExactly(dropped("a", 2), "a1", "a4");
    }

    @Test
    void fullOfDifferentStreams_dropsTheOldest() {
        offer("a", "a1", "cpu");
        offer("b", "b1", "cpu");
        offer("c", "c1", "cpu");
        offer("d", "d1", "cpu");

        assertThat(takeAll()).containsExactly(dropped("a", 1), "b1", "c1", "d1");
    }

    @Test
    void fleet_givesWayToANewerOne() {
        offerFleet("1");
        offer("a", "a1", "cpu");
        offerFleet("2");
        assertThat(takeAll()).containsExactly("2", "a1");

        offerFleet("3");
        assertThat(takeAll()).containsExactly("3");
        assertThat(outbox.deliveries()).isEqualTo(new Deliveries(4, 3, 1, 0, 0));
    }

    @Test
    void answers_areNeverDropped() {
        outbox.add(new Outgoing.Text("answer"));
        for (int i = 0; i < 10; i++) {
            offer("a", "a" + i, "cpu");
        }

        assertThat(takeAll()).containsExactly(dropped("a", 9), "answer", "a9");
    }

    @Test
    void whatIsBeingWritten_isQueuedUntilItIsWritten() {
        offer("a", "a1", "cpu");
        outbox.next();
        assertThat(outbox.deliveries()).isEqualTo(new Deliveries(1, 0, 0, 1, 0));

        outbox.close();
        assertThat(outbox.deliveries()).isEqualTo(new Deliveries(1, 0, 0, 0, 1));
    }

    @Test
    void filled_isCalledOnceUntilItIsEmptyAgain() {
        offer("a", "a1", "cpu");
        offer("a", "a2", "cpu");
        outbox.add(new Outgoing.Text("answer"));
        assertThat(calls).isEqualTo(1);

        takeAll();
        offer("a", "a3", "cpu");
        assertThat(calls).isEqualTo(2);

        outbox.close();
        offer("a", "a4", "cpu");
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void whateverHappens_nothingIsUnaccountedFor() {
        Random random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    outbox.written();
                    outbox.next();
                }
                case 1 -> outbox.written();
                case 2 -> offerFleet("x");
                default -> offer("h" + random.nextInt(5), "x", "f" + random.nextInt(3));
            }
            Deliveries d = outbox.deliveries();
            assertThat(d.delivered() + d.dropped() + d.queued() + d.abandoned())
                    .isEqualTo(d.fannedOut());
            assertThat(d.queued()).isBetween(0L, 5L);
        }
    }

    private void offer(String host, String text, String... families) {
        outbox.offer(
                new LiveFrame(
                        new StreamKey(Topic.SYSTEM, host),
                        Set.of(families),
                        ByteBuffer.wrap(text.getBytes(UTF_8)),
                        0));
    }

    private void offerFleet(String host) {
        outbox.offer(new FleetFrame(Instant.EPOCH, List.of(host), "{}"));
    }

    private static String text(ByteBuffer utf8) {
        return UTF_8.decode(utf8).toString();
    }

    private static String dropped(String host, int count) {
        return LiveMessages.dropped(new StreamKey(Topic.SYSTEM, host), count);
    }

    private List<String> takeAll() {
        List<String> texts = new ArrayList<>();
        for (@Nullable Outgoing next = outbox.next(); next != null; next = outbox.next()) {
            outbox.written();
            texts.add(
                    switch (next) {
                        case Outgoing.Sample(LiveFrame frame) -> text(frame.utf8());
                        case Outgoing.Fleet(FleetFrame frame) -> frame.hosts().getFirst();
                        case Outgoing.Text(String text) -> text;
                        case Outgoing.Replayed _, Outgoing.Ping _, Outgoing.Close _ -> "?";
                    });
        }
        return texts;
    }
}
