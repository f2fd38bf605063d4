package io.perfwatch.bench.live;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** So many stalled clients, for as long as the server lets them. */
final class StalledClients implements AutoCloseable {
    private final List<StalledClient> clients = new ArrayList<>();

    StalledClients(URI address, IntFunction<String> message, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            clients.add(new StalledClient(address, message.apply(i)));
        }
    }

    @Override
    public void close() throws IOException {
        for (StalledClient client : clients) {
            client.close();
        }
    }
}
