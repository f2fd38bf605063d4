package io.perfwatch.gateway;

import io.perfwatch.gateway.access.HashPassword;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Kafka to WebSocket, PostgreSQL to REST, and the dashboard. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals(HashPassword.COMMAND)) {
            System.exit(HashPassword.run(System.console(), System.in, System.out, System.err));
        }
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
