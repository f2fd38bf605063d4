package io.perfwatch.gateway.live;

/**
 * What became of the events that were meant for a client, at one instant: fannedOut = delivered +
 * dropped + queued + abandoned.
 *
 * @param delivered written to the socket
 * @param dropped gave way to newer ones, and the client is told
 * @param queued wait
 * @param abandoned waited when the connection ended
 */
record Deliveries(long fannedOut, long delivered, long dropped, long queued, long abandoned) {
    static final Deliveries NONE = new Deliveries(0, 0, 0, 0, 0);

    Deliveries plus(Deliveries other) {
        return new Deliveries(
                fannedOut + other.fannedOut,
                delivered + other.delivered,
                dropped + other.dropped,
                queued + other.queued,
                abandoned + other.abandoned);
    }
}
