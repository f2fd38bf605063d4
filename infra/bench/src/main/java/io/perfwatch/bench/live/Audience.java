package io.perfwatch.bench.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** Many clients of one server; counts what they get and keeps the last text of each. */
final class Audience implements AutoCloseable {
    private static final int AT_ONCE = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<LiveClient> clients = new ArrayList<>();
    private final LongAdder texts = new LongAdder();
    private final Map<Integer, String> last = new ConcurrentHashMap<>();

    /**
     * @param message what client number {@code i}, from 0, says when it is connected
     * @throws IOException if one cannot connect
     */
    Audience(URI address, int count, IntFunction<String> message) throws IOException {
        for (int first = 0; first < count; first += AT_ONCE) {
            List<CompletableFuture<LiveClient>> opening = new ArrayList<>();
            for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
                int number = i;
                opening.add(
                        LiveClient.open(
                                http, address, message.apply(i), text -> heard(number, text)));
            }
            for (CompletableFuture<LiveClient> client : opening) {
                clients.add(connected(address, client));
            }
        }
    }

    private LiveClient connected(URI address, CompletableFuture<LiveClient> client)
            throws IOException {
        try {
            return client.join();
        } catch (CompletionException e) {
            throw new IOException("client %d of %s: %s".formatted(clients.size(), address, e), e);
        }
    }

    private void heard(int client, String text) {
        texts.increment();
        last.put(client, text);
    }

    /** All that was heard until now. */
    long texts() {
        return texts.sum();
    }

    /** Empty if that client has heard nothing yet. */
    String lastText(int client) {
        return last.getOrDefault(client, "");
    }

    @Override
    public void close() {
        clients.forEach(LiveClient::close);
        http.close();
    }
}
