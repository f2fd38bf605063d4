package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
final class BruteForceIT {
    private static final int MOST_GUESSES = 12;

    @Test
    void whoGuesses_soonHasToWait(Stack stack) throws Exception {
        try (RunningGateway gateway = stack.start(TestUsers.settings())) {
            Browser browser = Browser.at(gateway.port());
            HttpResponse<String> answer = browser.login("vera", "first guess");
            for (int i = 0; i < MOST_GUESSES && answer.statusCode() == 401; i++) {
                answer = browser.login("vera", "guess " + i);
            }

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
        }
    }
}
