package io.perfwatch.gateway.live;

import org.springframework.web.socket.CloseStatus;

/** What waits to be written to a client. */
sealed interface Outgoing {
    /** An event; may be conflated with a newer one. */
    record Sample(LiveFrame frame) implements Outgoing {}

    /** How the fleet is; gives way to a newer one. */
    record Fleet(FleetFrame frame) implements Outgoing {}

    /** What the client has missed, or asked for. */
    record Replayed(Replay replay) implements Outgoing {}

    /** An answer or a notice. */
    record Text(String text) implements Outgoing {}

    /** Whether it still answers. */
    record Ping() implements Outgoing {}

    /** Nothing after it. */
    record Close(CloseStatus status) implements Outgoing {}
}
