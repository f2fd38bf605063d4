package io.perfwatch.sampler;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where health and metrics are served; the same keys as in a service with Boot's actuator.
 *
 * @param port 0..65535, 0 takes a free one, default 8424
 * @param address default 127.0.0.1
 */
@ConfigurationProperties("management.server")
record ManagementProperties(
        @DefaultValue("8424") int port, @DefaultValue("127.0.0.1") InetAddress address) {

    ManagementProperties {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "management.server.port must be between 0 and 65535, was " + port);
        }
    }

    InetSocketAddress socket() {
        return new InetSocketAddress(address, port);
    }
}
