package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditIT {
    private static final Logger AUDIT = (Logger) LoggerFactory.getLogger("perfwatch.audit");

    private RunningGateway gateway;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeAll
    void start(Stack stack) {
        gateway = stack.withUsers();
        lines.start();
        AUDIT.addAppender(lines);
    }

    @AfterAll
    void stop() {
        AUDIT.detachAppender(lines);
    }

    @BeforeEach
    void clear() {
        lines.list.clear();
    }

    @Test
    void logins_areWrittenDown_withoutPasswordAndWithoutUnknownNames() throws Exception {
        Browser browser = Browser.at(gateway.port());
        browser.login("vera", "wrong password");
        browser.login("pass-in-the-name-field", "wrong password");
        browser.login("vera", TestUsers.PASSWORD);
        browser.post("/api/v1/logout", "");

        assertThat(written())
                .containsExactly(
                        "event=login-refused user=vera address=127.0.0.1",
                        "event=login-refused user=(unknown) address=127.0.0.1",
                        "event=login user=vera role=viewer address=127.0.0.1",
                        "event=logout user=vera address=127.0.0.1");
    }

    @Test
    void tokensAndChanges_areWrittenDown_alsoRefusedOnes() throws Exception {
        Browser olga = Browser.loggedIn(gateway.port(), TestUsers.OPERATOR);
        HttpResponse<String> answer =
                olga.post(
                        "/api/v1/tokens",
                        "{\"name\":\"x user=root\",\"role\":\"viewer\",\"expiresInSeconds\":60}");
        JsonNode token = JsonMapper.shared().readTree(answer.body());
        String id = token.path("id").asString();
        olga.delete("/api/v1/tokens/" + id);
        Browser.loggedIn(gateway.port(), TestUsers.VIEWER).delete("/api/v1/hosts/web%0a1");

        assertThat(written())
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("event=token-created id=" + id + " role=viewer hosts=*")
                                .endsWith("user=olga"))
                .contains(
                        "event=change user=olga method=POST path=/api/v1/tokens status=201"
                                + " address=127.0.0.1",
                        "event=change user=olga method=DELETE path=/api/v1/tokens/"
                                + id
                                + " status=204 address=127.0.0.1")
                .noneMatch(line -> line.contains(token.path("token").asString()))
                .noneMatch(line -> line.contains("root") || line.contains("\n"));
    }

    private List<String> written() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
