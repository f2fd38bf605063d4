package io.perfwatch.gateway.access;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Where nobody has to log in, nobody but this machine may come in. */
@Component
final class Exposure {
    private static final Logger log = LoggerFactory.getLogger(Exposure.class);

    Exposure(ServerProperties server, ManagementServerProperties management, Users users) {
        if (users.isEmpty()) {
            requireLoopback("server.address", server.getAddress());
            requireLoopback("management.server.address", management.getAddress());
        } else if (!isLoopback(server.getAddress()) && server.getSsl() == null) {
            log.warn(
                    "no server.ssl.bundle: passwords travel in the clear, unless a proxy in front"
                            + " of the gateway speaks TLS");
        }
    }

    private static void requireLoopback(String key, @Nullable InetAddress address) {
        if (!isLoopback(address)) {
            throw new MisconfiguredAccessException(
                    "%s is %s, and there are no users: without them the gateway listens on a"
                                    .formatted(key, written(address))
                            + " loopback address only");
        }
    }

    private static String written(@Nullable InetAddress address) {
        return address == null ? "not set (every address)" : address.getHostAddress();
    }

    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
