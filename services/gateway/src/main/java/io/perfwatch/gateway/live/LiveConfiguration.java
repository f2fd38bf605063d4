package io.perfwatch.gateway.live;

import io.perfwatch.gateway.GatewayProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * Where the WebSocket is, and who may open it: pages of the same origin, and what has no origin.
 */
@Configuration
@EnableWebSocket
@EnableScheduling
class LiveConfiguration implements WebSocketConfigurer {
    private final LiveHandler handler;
    private final GatewayProperties properties;

    LiveConfiguration(LiveHandler handler, GatewayProperties properties) {
        this.handler = handler;
        this.properties = properties;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/api/v1/live")
                .setAllowedOrigins(properties.allowedOrigins().toArray(String[]::new));
    }
}
