package io.perfwatch.gateway.live;

import io.perfwatch.gateway.GatewayProperties;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** One browser: what it wants, what waits for it, and the thread that writes to it. */
final class LiveClient {
    private static final Logger log = LoggerFactory.getLogger(LiveClient.class);

    private final WebSocketSession session;
    private final GatewayProperties.Live limits;
    private final Outbox outbox;
    private final MessageRate rate;
    private final Thread writer;
    private volatile Subscription subscription = Subscription.NONE;
    private int badMessages;

    /** Used by the writer alone. */
    private List<String> knownHosts = List.of();

    LiveClient(WebSocketSession session, GatewayProperties.Live limits) {
        this.session = session;
        this.limits = limits;
        outbox = new Outbox(limits.queueLength());
        rate = new MessageRate(limits.maxMessagesPerMinute());
        writer = Thread.ofVirtual().name("live-" + session.getId()).unstarted(this::write);
    }

    void start() {
        writer.start();
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

    private void refuse(int status, String title, String detail) {
        outbox.add(new Outgoing.Text(LiveMessages.problem(status, title, detail)));
    }

    /** After what is queued already. */
    void close(CloseStatus status) {
        outbox.add(new Outgoing.Close(status));
    }

    /** The connection has ended. */
    void ended() {
        outbox.close();
        writer.interrupt();
    }

    private void write() {
        try {
            while (session.isOpen()) {
                switch (outbox.take(limits.pingInterval())) {
                    case null -> session.sendMessage(new PingMessage());
                    case Outgoing.Sample(LiveFrame frame) -> send(frame.text());
                    case Outgoing.Fleet(FleetFrame frame) -> send(frame);
                    case Outgoing.Text(String text) -> send(text);
                    case Outgoing.Replayed(Replay replay) -> replay.writeTo(this::send);
                    case Outgoing.Close(CloseStatus status) -> session.close(status);
                }
                outbox.written();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            log.debug("client {} is gone or stalled: {}", session.getId(), e.getMessage());
            abort();
        }
    }

    private void send(FleetFrame frame) throws IOException {
        send(frame.text(knownHosts));
        knownHosts = frame.hosts();
    }

    private void send(String text) throws IOException {
        session.sendMessage(new TextMessage(text));
    }

    private void abort() {
        try {
            session.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException | IllegalStateException e) {
            log.debug("client {} could not be closed: {}", session.getId(), e.getMessage());
        }
    }
}
