package io.perfwatch.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.gateway.access.Browser;
import io.perfwatch.gateway.access.TestUsers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is asked, the answer is a documented one and none is a fault of the gateway or of its
 * database. The seed is fixed, so that a failure comes again.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PropertiesIT {
    private static final int FEW = 40;
    private static final int MANY = 2000;
    private static final Set<String> LOGIN = Set.of("/api/v1/login", "/api/v1/logout");

    private RunningGateway gateway;
    private Browser operator;

    @BeforeAll
    void start(Stack stack) throws Exception {
        gateway = stack.start(TestUsers.settings());
        operator = Browser.operator(gateway.port());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    static Stream<Operation> operations() throws IOException {
        return Operation.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyAnswer_isDocumented(Operation operation) throws Exception {
        ask(operation, FEW, 1);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("operations")
    void everyAnswer_isDocumented_long(Operation operation) throws Exception {
        ask(operation, MANY, 2);
    }

    private void ask(Operation operation, int times, long seed) throws Exception {
        Values values = new Values(seed);
        Browser browser = LOGIN.contains(operation.path()) ? Browser.at(gateway.port()) : operator;
        for (int i = 0; i < times; i++) {
            String address = values.address(operation);
            String body = operation.body().isMissingNode() ? null : values.body(operation);
            // The browser holds it against the document.
            HttpResponse<String> answer =
                    browser.send(operation.method(), address, body, browser.cookie("XSRF-TOKEN"));

            assertThat(answer.statusCode())
                    .as("%s %s %s: %s", operation.method(), address, body, answer.body())
                    .isNotIn(500, 503);
            if (answer.statusCode() >= 400) {
                assertThat(answer.body()).doesNotContain("Exception", "io.perfwatch", "SQL");
            }
        }
    }
}
