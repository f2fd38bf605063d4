package io.perfwatch.gateway.access;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/** WebSockets and what let them in, so that they end with it. */
@Component
public final class OpenSockets {
    private static final Logger log = LoggerFactory.getLogger(OpenSockets.class);
    private static final CloseStatus ENDED =
            CloseStatus.POLICY_VIOLATION.withReason("Your session or token has ended.");

    private final Map<WebSocketSession, Grant> grants = new ConcurrentHashMap<>();

    /** The same handler, with its connections watched. */
    public WebSocketHandler watched(WebSocketHandler handler) {
        return new Watched(handler);
    }

    Set<Grant> grants() {
        return Set.copyOf(grants.values());
    }

    /** Closes what came by one of these; each on a thread of its own, for one may be stalled. */
    void close(Set<Grant> ended) {
        grants.entrySet().stream()
                .filter(open -> ended.contains(open.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet())
                .forEach(session -> Thread.startVirtualThread(() -> close(session)));
    }

    private static void close(WebSocketSession session) {
        try {
            session.close(ENDED);
        } catch (IOException | IllegalStateException e) {
            log.debug("socket {} could not be closed: {}", session.getId(), e.getMessage());
        }
    }

    private final class Watched extends WebSocketHandlerDecorator {
        Watched(WebSocketHandler handler) {
            super(handler);
        }

        @Override
        public void afterConnectionEstablished(WebSocketSession session) throws Exception {
            Caller caller = Caller.of(session.getPrincipal());
            if (caller != null && caller.grant() != null) {
                grants.put(session, caller.grant());
            }
            super.afterConnectionEstablished(session);
        }

        @Override
        public void afterConnectionClosed(WebSocketSession session, CloseStatus status)
                throws Exception {
            grants.remove(session);
            super.afterConnectionClosed(session, status);
        }
    }
}
