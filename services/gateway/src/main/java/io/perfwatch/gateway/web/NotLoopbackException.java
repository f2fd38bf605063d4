package io.perfwatch.gateway.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The gateway was told to listen where others can reach it. */
final class NotLoopbackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotLoopbackException(@Nullable InetAddress address) {
        super(
                "server.address is %s: the gateway has no users yet and listens on a loopback"
                                .formatted(
                                        address == null
                                                ? "not set (every address)"
                                                : address.getHostAddress())
                        + " address only, such as 127.0.0.1");
    }
}
