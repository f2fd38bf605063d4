package io.perfwatch.gateway.live;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.access.HostScope;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Connections, and what clients say. */
@Component
final class LiveHandler extends TextWebSocketHandler {
    private static final Logger log = LoggerFactory.getLogger(LiveHandler.class);

    private final LiveClients clients;
    private final GatewayProperties.Live limits;
    private final DeliveryTimes times;
    private final SubscriptionReader reader;
    private final Map<String, LiveClient> bySession = new ConcurrentHashMap<>();

    LiveHandler(
            LiveClients clients, GatewayProperties properties, DeliveryTimes times, Clock clock) {
        this.clients = clients;
        limits = properties.live();
        this.times = times;
        reader = new SubscriptionReader(limits, clock);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        if (clients.size() >= limits.maxConnections()) {
            session.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        LiveClient client = new LiveClient(new LiveConnection(session, limits), limits, times);
        bySession.put(session.getId(), client);
        clients.add(client);
    }

    /** Small buffers do for any message then. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part)
            throws IOException {
        LiveClient client = bySession.get(session.getId());
        if (client == null) {
            return;
        }
        try {
            String message = client.inbox().add(part.getPayload(), part.isLast());
            if (message != null && client.maySpeak()) {
                understand(client, message, HostScope.of(session.getPrincipal()));
            }
        } catch (Inbox.TooLongException e) {
            session.close(CloseStatus.TOO_BIG_TO_PROCESS);
        }
    }

    private void understand(LiveClient client, String message, Set<String> scope) {
        try {
            clients.subscribe(client, reader.read(message, scope));
        } catch (BadMessageException e) {
            client.misunderstood(e);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable exception) {
        log.debug("client {}: {}", session.getId(), exception.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        LiveClient client = bySession.remove(session.getId());
        if (client != null) {
            clients.remove(client);
        }
    }
}
