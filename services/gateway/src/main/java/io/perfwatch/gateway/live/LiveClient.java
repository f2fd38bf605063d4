package io.perfwatch.gateway.live;

import io.perfwatch.gateway.GatewayProperties;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;

/**
 * One browser: what it wants and what waits for it, written by a thread that is there only while
 * something waits: a thousand that sleep are megabytes of stacks, copied anew each second.
 */
final class LiveClient {
    private static final Logger log = LoggerFactory.getLogger(LiveClient.class);

    private final LiveConnection connection;
    private final GatewayProperties.Live limits;
    private final DeliveryTimes times;
    private final Inbox inbox;
    private final Outbox outbox;
    private final MessageRate rate;
    private volatile @Nullable Thread writer;
    private volatile boolean pingWaits;
    private volatile long nextPing;
    private volatile Subscription subscription = Subscription.NONE;
    private int badMessages;

    /** Used by the writer alone. */
    private List<String> knownHosts = List.of();

    LiveClient(LiveConnection connection, GatewayProperties.Live limits, DeliveryTimes times) {
        this.connection = connection;
        this.limits = limits;
        this.times = times;
        inbox = new Inbox(limits.maxMessageBytes());
        outbox = new Outbox(limits.queueLength(), this::startWriting);
        rate = new MessageRate(limits.maxMessagesPerMinute());
        nextPing = System.nanoTime() + limits.pingInterval().toNanos();
    }

    private void startWriting() {
        Thread thread = Thread.ofVirtual().name("live-" + connection.id()).unstarted(this::write);
        writer = thread;
        thread.start();
    }

    Inbox inbox() {
        return inbox;
    }

    Outbox outbox() {
        return outbox;
    }

    Subscription subscription() {
        return subscription;
    }

    /** From now on the client gets what {@code replay} continues with. */
    void follow(Replay replay) {
        subscription = replay.subscription();
        outbox.add(new Outgoing.Replayed(replay));
    }

    /** Tells that of a partition that it resumed, this cannot be had. */
    void miss(TopicPartition partition, long from, long to) {
        tell(LiveMessages.gap(partition, from, to, ReplayPlan.NOT_HELD));
    }

    /** Its place in the partition is from another life of the topic: it gets what comes. */
    void startAnew(TopicPartition partition, long from) {
        subscription = subscription.without(partition);
        tell(LiveMessages.gap(partition, from, from, ReplayPlan.BEGAN_ANEW));
    }

    private void tell(String text) {
        outbox.add(new Outgoing.Text(text));
    }

    /** Whether the client may say something now; if it said too much, it is closed. */
    boolean maySpeak() {
        boolean may = rate.isWithin();
        if (!may) {
            refuse(
                    429,
                    "Too many messages",
                    "at most " + limits.maxMessagesPerMinute() + " a minute");
            close(CloseStatus.POLICY_VIOLATION);
        }
        return may;
    }

    /** Tells what was wrong; a client that does not learn is closed. */
    void misunderstood(BadMessageException problem) {
        refuse(400, "Message not understood", String.valueOf(problem.getMessage()));
        if (++badMessages >= limits.maxBadMessages()) {
            close(CloseStatus.POLICY_VIOLATION);
        }
    }

    /** If it is time for one, and the last one has gone out. */
    void pingWhenDue() {
        if (!pingWaits && System.nanoTime() - nextPing >= 0) {
            pingWaits = true;
            nextPing = System.nanoTime() + limits.pingInterval().toNanos();
            outbox.add(new Outgoing.Ping());
        }
    }

    private void refuse(int status, String title, String detail) {
        tell(LiveMessages.problem(status, title, detail));
    }

    /** After what is queued already. */
    void close(CloseStatus status) {
        outbox.add(new Outgoing.Close(status));
    }

    /** The connection has ended. */
    void ended() {
        outbox.close();
        Thread writing = writer;
        if (writing != null) {
            writing.interrupt();
        }
    }

    private void write() {
        try {
            for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
                write(next);
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("client {} is gone or stalled: {}", connection.id(), e.getMessage());
            abort();
        }
    }

    private void write(Outgoing outgoing) throws IOException {
        switch (outgoing) {
            case Outgoing.Sample(LiveFrame frame) -> send(frame);
            case Outgoing.Fleet(FleetFrame frame) -> send(frame);
            case Outgoing.Text(String text) -> connection.send(text);
            case Outgoing.Replayed(Replay replay) -> replay.writeTo(connection::send);
            case Outgoing.Ping() -> ping();
            case Outgoing.Close(CloseStatus status) -> connection.close(status);
        }
        outbox.written();
    }

    private void send(LiveFrame frame) throws IOException {
        connection.send(frame.utf8().duplicate());
        times.writtenNow(frame.polledNanos());
    }

    private void send(FleetFrame frame) throws IOException {
        connection.send(frame.message(knownHosts));
        knownHosts = frame.hosts();
        times.writtenNow(frame.madeNanos());
    }

    private void ping() throws IOException {
        pingWaits = false;
        connection.ping();
    }

    private void abort() {
        try {
            connection.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException | IllegalStateException e) {
            log.debug("client {} could not be closed: {}", connection.id(), e.getMessage());
        }
    }
}
