package io.perfwatch.gateway.live;

import io.perfwatch.gateway.access.OpenSockets;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where the WebSocket is. Which pages may open it, {@code access} has judged before. */
@Configuration
@EnableWebSocket
@EnableScheduling
class LiveConfiguration implements WebSocketConfigurer {
    private final LiveHandler handler;
    private final OpenSockets sockets;

    LiveConfiguration(LiveHandler handler, OpenSockets sockets) {
        this.handler = handler;
        this.sockets = sockets;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(sockets.watched(handler), "/api/v1/live").setAllowedOrigins("*");
    }
}
