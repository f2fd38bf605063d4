package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.test.Database;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
final class DatabaseAwayIT {
    @Test
    void gatewayWithUsers_startsWithoutDatabase_refuses_andHeals(Stack stack) throws Exception {
        Database database = stack.database();
        database.stop();
        try (RunningGateway gateway = stack.start(TestUsers.settings())) {
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
