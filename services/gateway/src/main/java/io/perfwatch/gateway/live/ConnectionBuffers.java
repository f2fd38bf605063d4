package io.perfwatch.gateway.live;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/**
 * How much memory each connection holds as long as it is there. Clients say little, and what they
 * get is encoded once for all: Tomcat's own 80 KiB a connection are 80 MiB of a thousand.
 */
@Configuration
class ConnectionBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Of frames that come in, and twice of text that nobody sends as a string. */
    private static final String FRAME_BYTES = "256";

    /** Http requests have a larger one of their own. */
    private static final String SOCKET_READ_BYTES = "512";

    /** Of answers, which go through it; live texts go past it. Tomcat has 8 KiB. */
    private static final String SOCKET_WRITE_BYTES = "1024";

    /** A longer message comes in parts, see {@link Inbox}. */
    private static final int TEXT_CHARACTERS = 256;

    private static final int BINARY_BYTES = 128;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", FRAME_BYTES);
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", SOCKET_READ_BYTES);
            connector.setProperty("socket.appWriteBufSize", SOCKET_WRITE_BYTES);
        });
    }

    @Bean
    static ServletServerContainerFactoryBean messageBuffers() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(TEXT_CHARACTERS);
        container.setMaxBinaryMessageBufferSize(BINARY_BYTES);
        return container;
    }
}
