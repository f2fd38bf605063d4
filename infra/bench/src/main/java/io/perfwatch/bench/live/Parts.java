package io.perfwatch.bench.live;

import io.perfwatch.bench.servers.BrokerServer;
import io.perfwatch.bench.servers.GatewayServer;
import io.perfwatch.bench.simulate.Simulation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of {@link FanoutBench}. */
record Parts(BrokerServer broker, GatewayServer gateway, Duration warmUp, Duration length) {
    private static final int LOOKING_AT_FLEET = 20;
    private static final int CLIENTS = 1000;
    private static final int STALLED = 50;

    /**
     * With and without those who do not read in turn, or the machine's moods make the difference.
     */
    private static final int ROUNDS = 5;

    private static final Simulation FLEET =
            new Simulation("fleet", 1000, Duration.ofSeconds(1), Duration.ofMillis(10));
    private static final Simulation HUNDRED =
            new Simulation("bench", 100, Duration.ofSeconds(1), Duration.ofMillis(10));

    /**
     * What a thousand clients cost.
     *
     * @param texts of each host one that its clients got
     */
    record Crowd(
            Watch.Seen plain,
            Watch.Seen withStalled,
            long pssBytes,
            double recentBytes,
            Map<String, String> texts) {}

    /** Fills the gateway's memory on the way. */
    Watch.Seen fleet() throws IOException, InterruptedException {
        try (Running _ = Running.start(FLEET, broker, warmUp.plus(length));
                Audience audience =
                        new Audience(
                                gateway.live(),
                                LOOKING_AT_FLEET,
                                _ -> "{\"type\":\"subscribe\",\"view\":\"fleet\"}")) {
            Thread.sleep(warmUp);
            long before = audience.texts();
            Watch.Seen seen = Watch.watch(gateway, length);
            checkHeard(audience.texts() - before, LOOKING_AT_FLEET);
            return seen;
        }
    }

    Crowd crowd() throws IOException, InterruptedException {
        Duration all = warmUp.plus(length).multipliedBy(2L * ROUNDS).plusSeconds(10);
        List<Watch.Seen> plain = new ArrayList<>();
        List<Watch.Seen> withStalled = new ArrayList<>();
        try (Running _ = Running.start(HUNDRED, broker, all);
                Audience audience = new Audience(gateway.live(), CLIENTS, Parts::oneHost)) {
            for (int round = 0; round < ROUNDS; round++) {
                Thread.sleep(warmUp);
                long before = audience.texts();
                plain.add(Watch.watch(gateway, length));
                checkHeard(audience.texts() - before, CLIENTS);
                withStalled.add(withStalled());
            }
            long pss = gateway.proportionalBytes();
            double recent = gateway.metric("perfwatch_feed_recent_bytes");
            return new Crowd(
                    Watch.Seen.median(plain),
                    Watch.Seen.median(withStalled),
                    pss,
                    recent,
                    texts(audience));
        }
    }

    private Watch.Seen withStalled() throws IOException, InterruptedException {
        try (StalledClients _ = new StalledClients(gateway.live(), Parts::oneHost, STALLED)) {
            Thread.sleep(warmUp);
            Watch.Seen seen = Watch.watch(gateway, length);
            double there = gateway.metric("perfwatch_live_clients");
            if (there < CLIENTS + STALLED) {
                throw new IOException(
                        "%.0f of %d clients are left".formatted(there, CLIENTS + STALLED));
            }
            return seen;
        }
    }

    private static String oneHost(int client) {
        return "{\"type\":\"subscribe\",\"hosts\":[\"%s\"],\"topics\":[\"perfwatch.system.v1\"]}"
                .formatted(HUNDRED.host(1 + client % HUNDRED.hosts()));
    }

    /** About one text a second each, or the numbers mean nothing. */
    private void checkHeard(long texts, int clients) throws IOException {
        long expected = clients * length.toSeconds();
        if (texts < expected * 0.95) {
            throw new IOException(
                    "the clients got %d texts, expected were %d".formatted(texts, expected));
        }
    }

    private static Map<String, String> texts(Audience audience) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < HUNDRED.hosts(); i++) {
            texts.put(HUNDRED.host(1 + i), audience.lastText(i));
        }
        return texts;
    }
}
