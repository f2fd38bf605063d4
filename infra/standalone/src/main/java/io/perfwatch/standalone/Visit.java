package io.perfwatch.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;

/** What a browser that opens the dashboard asks for. */
final class Visit implements AutoCloseable {
    private static final String HISTORY =
            "/api/v1/history?host=any&metric=cpu.utilization&from=2026-01-01T00:00:00Z"
                    + "&to=2026-01-01T00:05:00Z&points=600";
    private static final String SUBSCRIBE =
            """
            {"type":"subscribe","hosts":["*"],"replaySeconds":300,\
            "topics":["perfwatch.system.v1","perfwatch.processes.v1","perfwatch.counters.v1"]}\
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Visit(int port) {
        this.port = port;
    }

    /** Whatever comes of it: it is asked for the code that answers. */
    void open() {
        for (String path :
                new String[] {
                    "/",
                    "/api/v1/session",
                    "/api/v1/hosts",
                    "/api/v1/metrics",
                    "/api/v1/annotations?host=any&from=2026-01-01T00:00:00Z",
                    HISTORY
                }) {
            Probes.http(port, path);
        }
        try {
            client.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("ws://" + Ports.HOST + ":" + port + "/api/v1/live"),
                            new WebSocket.Listener() {})
                    .thenCompose(socket -> socket.sendText(SUBSCRIBE, true))
                    .join();
        } catch (CompletionException e) {
            // A start without this in its cache is slower, no more.
        }
    }

    /** Ends its sockets. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
