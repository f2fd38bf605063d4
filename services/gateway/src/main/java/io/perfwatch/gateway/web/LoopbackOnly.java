package io.perfwatch.gateway.web;

import java.net.InetAddress;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Nobody has to log in yet, so nobody but this machine may come in. */
@Component
final class LoopbackOnly {
    LoopbackOnly(ServerProperties server) {
        InetAddress address = server.getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            throw new NotLoopbackException(address);
        }
    }
}
