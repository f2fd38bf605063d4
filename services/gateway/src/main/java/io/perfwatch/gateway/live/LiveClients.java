package io.perfwatch.gateway.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedListener;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All who are connected; hands each event to those who want it. */
@Component
final class LiveClients implements FeedListener {
    private final Feed feed;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private Deliveries ended = Deliveries.NONE;

    LiveClients(Feed feed, MeterRegistry meters) {
        this.feed = feed;
        Gauge.builder("perfwatch.live.clients", clients, Set::size).register(meters);
        Gauge.builder("perfwatch.live.queued", this, c -> c.deliveries().queued()).register(meters);
        count("fanned.out", Deliveries::fannedOut, meters);
        count("delivered", Deliveries::delivered, meters);
        count("dropped", Deliveries::dropped, meters);
        count("abandoned", Deliveries::abandoned, meters);
        feed.listen(this);
    }

    private void count(String what, ToDoubleFunction<Deliveries> of, MeterRegistry meters) {
        FunctionCounter.builder(
                        "perfwatch.live." + what, this, c -> of.applyAsDouble(c.deliveries()))
                .register(meters);
    }

    int size() {
        return clients.size();
    }

    synchronized void add(LiveClient client) {
        clients.add(client);
    }

    synchronized void remove(LiveClient client) {
        client.ended();
        if (clients.remove(client)) {
            ended = ended.plus(client.outbox().deliveries());
        }
    }

    /** From this instant the client gets what arrives, after what the replay holds. */
    void subscribe(LiveClient client, Subscription subscription) {
        feed.look(view -> {
            client.follow(new ReplayPlan(view, client.subscription(), subscription).replay());
            return subscription;
        });
    }

    @Override
    public void arrived(FeedEvent event, Set<String> families) {
        @Nullable LiveFrame frame = null;
        for (LiveClient client : clients) {
            if (client.subscription().wants(event)) {
                frame = frame == null ? LiveFrame.of(event, families) : frame;
                client.outbox().offer(frame);
            }
        }
    }

    /** Of all clients there ever were. */
    synchronized Deliveries deliveries() {
        return new HashSet<>(clients)
                .stream()
                        .map(client -> client.outbox().deliveries())
                        .reduce(ended, Deliveries::plus);
    }
}
