package io.perfwatch.bench.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One who looks: says one message and hands on each text that comes. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private final Consumer<String> texts;
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    private LiveClient(Consumer<String> texts) {
        this.texts = texts;
    }

    static CompletableFuture<LiveClient> open(
            HttpClient http, URI address, String message, Consumer<String> texts) {
        LiveClient client = new LiveClient(texts);
        return http.newWebSocketBuilder()
                .buildAsync(address, client)
                .thenApply(socket -> client.on(socket).say(message));
    }

    private LiveClient on(WebSocket opened) {
        socket = opened;
        return this;
    }

    LiveClient say(String message) {
        Objects.requireNonNull(socket).sendText(message, true).join();
        return this;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        from.request(1);
        if (last && partial.isEmpty()) {
            texts.accept(data.toString());
            return null;
        }
        partial.append(data);
        if (last) {
            texts.accept(partial.toString());
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
