package io.perfwatch.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.gateway.GatewayProperties;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.EncodedText;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** The connection of one client: Spring's session, and Tomcat's beneath it. */
final class LiveConnection {
    private final WebSocketSession session;
    private final Session tomcat;

    LiveConnection(WebSocketSession session, GatewayProperties.Live limits) {
        this.session = session;
        tomcat =
                Objects.requireNonNull(
                        ((NativeWebSocketSession) session).getNativeSession(Session.class));
        Map<String, Object> settings = tomcat.getUserProperties();
        settings.put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, limits.sendTimeout().toMillis());
        settings.put(Constants.READ_IDLE_TIMEOUT_MS, limits.idleTimeout().toMillis());
    }

    String id() {
        return session.getId();
    }

    boolean isOpen() {
        return session.isOpen();
    }

    void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    void send(byte[] utf8) throws IOException {
        send(ByteBuffer.wrap(utf8));
    }

    /**
     * Waits until it is written.
     *
     * @param utf8 its position moves
     */
    void send(ByteBuffer utf8) throws IOException {
        EncodedText.send(tomcat, utf8);
    }

    void ping() throws IOException {
        session.sendMessage(new PingMessage());
    }

    void close(CloseStatus status) throws IOException {
        session.close(status);
    }
}
