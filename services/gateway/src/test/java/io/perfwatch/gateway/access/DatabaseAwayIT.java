package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import io.perfwatch.test.Infrastructure;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("full")
@ExtendWith(Infrastructure.class)
final class DatabaseAwayIT {
    @Test
    void gatewayWithUsers_startsWithoutDatabase_refuses_andHeals(Broker broker, Database database)
            throws Exception {
        database.clear();
        database.stop();
        try (RunningGateway gateway =
                RunningGateway.start(broker, database, TestUsers.settings())) {
            Browser browser = Browser.at(gateway.port());
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
            assertThat(browser.login("vera", TestUsers.PASSWORD).statusCode()).isEqualTo(503);

            database.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> browser.login("vera", TestUsers.PASSWORD).statusCode() == 204);
            assertThat(browser.user()).isEqualTo("vera");

            database.stop();
            assertThat(browser.get("/api/v1/hosts").statusCode()).isEqualTo(503);
            database.start();
            Awaitility.await().until(() -> "vera".equals(browser.user()));
        }
    }
}
