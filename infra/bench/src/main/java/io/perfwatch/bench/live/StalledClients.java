package io.perfwatch.bench.live;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * So many stalled clients at any time: the server closes each after a while, so every second some
 * are put anew in the place of the oldest.
 */
final class StalledClients implements AutoCloseable {
    private static final int SECONDS_UNTIL_RENEWED = 12;

    private final URI address;
    private final IntFunction<String> message;
    private final Deque<StalledClient> clients = new ArrayDeque<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    StalledClients(URI address, IntFunction<String> message, int count) throws IOException {
        this.address = address;
        this.message = message;
        for (int i = 0; i < count; i++) {
            clients.add(new StalledClient(address, message.apply(i)));
        }
        int atOnce = Math.ceilDiv(count, SECONDS_UNTIL_RENEWED);
        var _ = timer.scheduleAtFixedRate(() -> renew(atOnce), 1, 1, TimeUnit.SECONDS);
    }

    private void renew(int count) {
        for (int i = 0; i < count; i++) {
            try {
                clients.remove().close();
                clients.add(new StalledClient(address, message.apply(i)));
            } catch (IOException e) {
                System.err.println("a stalled client could not connect: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        timer.close();
        for (StalledClient client : clients) {
            client.close();
        }
    }
}
