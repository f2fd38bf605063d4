package io.perfwatch.sampling;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where health and metrics of a probe are served: {@code management.server.*}, the same keys as in
 * a service with Boot's actuator.
 *
 * @param port 0..65535, 0 takes a free one
 */
public record ManagementAddress(InetAddress address, int port) {
    /**
     * @throws IllegalArgumentException if the port is out of its range; the message names the key
     */
    public ManagementAddress {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "management.server.port must be between 0 and 65535, was " + port);
        }
    }

    InetSocketAddress socket() {
        return new InetSocketAddress(address, port);
    }
}
