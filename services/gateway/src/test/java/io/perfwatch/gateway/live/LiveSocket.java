package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that writes down what it is told. */
final class LiveSocket implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reads;
    private final WebSocket socket;

    private LiveSocket(int port, boolean reads) {
        this.reads = reads;
        socket =
                HTTP.newWebSocketBuilder()
                        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/live"), this)
                        .join();
    }

    static LiveSocket open(int port) {
        return new LiveSocket(port, true);
    }

    /** One that takes nothing off the wire until {@link #read}. */
    static LiveSocket openStalled(int port) {
        return new LiveSocket(port, false);
    }

    LiveSocket say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    /** The same message, in frames of so many characters. */
    LiveSocket sayInParts(String text, int length) {
        int from = 0;
        for (; text.length() - from > length; from += length) {
            socket.sendText(text.substring(from, from + length), false).join();
        }
        return say(text.substring(from));
    }

    LiveSocket sayBinary(int length) {
        socket.sendBinary(ByteBuffer.allocate(length), true).join();
        return this;
    }

    LiveSocket subscribe(String members) {
        String message = "{\"type\":\"subscribe\"," + members + "}";
        AsyncApi.check(message);
        return say(message);
    }

    void read() {
        socket.request(Long.MAX_VALUE);
    }

    String nextText() throws InterruptedException {
        String text = texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(text).as("a message within %d s", PATIENCE_SECONDS).isNotNull();
        AsyncApi.check(String.valueOf(text));
        return String.valueOf(text);
    }

    /** Null once the connection has ended. */
    @Nullable JsonNode poll() throws InterruptedException {
        String text = texts.poll(100, TimeUnit.MILLISECONDS);
        while (text == null && !closed.isDone()) {
            text = texts.poll(100, TimeUnit.MILLISECONDS);
        }
        return text == null ? null : JsonMapper.shared().readTree(text);
    }

    /** Passes over messages of other types. */
    JsonNode next(String type) throws InterruptedException {
        JsonNode message = JsonMapper.shared().readTree(nextText());
        while (!message.path("type").asString().equals(type)) {
            message = JsonMapper.shared().readTree(nextText());
        }
        return message;
    }

    /** The sequences of the next events, replayed or live, in the order in which they come. */
    List<Long> nextSequences(int count) throws InterruptedException {
        List<Long> sequences = new ArrayList<>();
        while (sequences.size() < count) {
            JsonNode message = JsonMapper.shared().readTree(nextText());
            message.path("events").forEach(event -> sequences.add(event.path("sequence").asLong()));
            if (message.has("event")) {
                sequences.add(message.path("event").path("sequence").asLong());
            }
        }
        return sequences;
    }

    /** What is here and was not asked for yet. */
    int waiting() {
        return texts.size();
    }

    int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            texts.add(partial.toString());
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
