package io.perfwatch.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.feed.Arrival;
import io.perfwatch.gateway.feed.Feed;
import io.perfwatch.gateway.feed.FeedEvent;
import io.perfwatch.gateway.feed.FeedListener;
import io.perfwatch.gateway.feed.FeedView;
import io.perfwatch.gateway.feed.TopicEnds;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All who are connected; hands each event to those who want it. */
@Component
final class LiveClients implements FeedListener {
    private final Feed feed;
    private final TopicEnds ends;
    private final GatewayProperties.Hosts limits;
    private final Clock clock;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final Recipients<LiveClient> recipients =
            new Recipients<>(clients, LiveClient::subscription);
    private final Counter encoded;
    private Deliveries ended = Deliveries.NONE;

    LiveClients(
            Feed feed,
            TopicEnds ends,
            GatewayProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.feed = feed;
        this.ends = ends;
        limits = properties.hosts();
        this.clock = clock;
        Gauge.builder("perfwatch.live.clients", clients, Set::size).register(meters);
        Gauge.builder("perfwatch.live.queued", this, c -> c.deliveries().queued()).register(meters);
        encoded =
                Counter.builder("perfwatch.live.encoded")
                        .description("events that were made into a text, once for all clients")
                        .register(meters);
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

    void remove(LiveClient client) {
        client.ended();
        count(client);
        feed.look(_ -> {
            recipients.changed(client);
            return client;
        });
    }

    private synchronized void count(LiveClient client) {
        if (clients.remove(client)) {
            ended = ended.plus(client.outbox().deliveries());
        }
    }

    /** From this instant the client gets what arrives, after what the replay holds. */
    void subscribe(LiveClient client, Subscription subscription) {
        Set<TopicPartition> begunAnew = ends.endBefore(subscription.cursor());
        feed.look(view -> {
            client.follow(
                    new ReplayPlan(view, client.subscription(), subscription, begunAnew).replay());
            if (subscription.fleet()) {
                client.outbox().offer(frames(view).of(subscription.hosts()));
            }
            recipients.changed(client);
            return subscription;
        });
    }

    private FleetFrames frames(FeedView view) {
        return new FleetFrames(view, clock.instant(), limits);
    }

    /** How all hosts are, to those who look at the fleet. */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    void sendFleet() {
        List<LiveClient> watching =
                clients.stream().filter(client -> client.subscription().fleet()).toList();
        if (!watching.isEmpty()) {
            FleetFrames frames = feed.look(this::frames);
            watching.forEach(c -> c.outbox().offer(frames.of(c.subscription().hosts())));
        }
    }

    /** Whoever is silent would be closed, and one that is gone may not be noticed otherwise. */
    @Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
    void ping() {
        clients.forEach(LiveClient::pingWhenDue);
    }

    @Override
    public void arrived(Arrival arrival) {
        FeedEvent event = arrival.event();
        @Nullable LiveFrame frame = null;
        for (LiveClient client : recipients.of(event.stream(), arrival.labels())) {
            if (client.subscription().isNewEnough(event)) {
                frame = frame == null ? encode(arrival) : frame;
                client.outbox().offer(frame);
            }
        }
    }

    private LiveFrame encode(Arrival arrival) {
        encoded.increment();
        return LiveFrame.of(arrival);
    }

    /** Who came before the feed had begun could not know what is no longer held. */
    @Override
    public void begun(TopicPartition partition, long offset, long end) {
        for (LiveClient client : clients) {
            Long next = client.subscription().cursor().get(partition);
            if (next != null && next < offset) {
                client.miss(partition, next, offset);
            } else if (next != null && next > end) {
                client.startAnew(partition, next);
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
