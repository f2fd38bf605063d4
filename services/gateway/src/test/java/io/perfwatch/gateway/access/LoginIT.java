package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoginIT {
    private final Stack stack;
    private final RunningGateway gateway;

    LoginIT(Stack stack) {
        this.stack = stack;
        gateway = stack.withUsers();
    }

    @Test
    void session_saysWhoOneIs() throws Exception {
        Browser browser = Browser.at(gateway.port());

        assertThat(browser.get("/api/v1/session").body())
                .isEqualTo("{\"authentication\":\"form\",\"user\":null,\"role\":null}");
        assertThat(browser.login("vera", TestUsers.PASSWORD).statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/v1/session").body())
                .isEqualTo("{\"authentication\":\"form\",\"user\":\"vera\",\"role\":\"viewer\"}");
        assertThat(browser.post("/api/v1/logout", "").statusCode()).isEqualTo(204);
        assertThat(browser.user()).isNull();
        assertThat(browser.get("/api/v1/hosts").statusCode()).isEqualTo(401);
    }

    @Test
    void cookie_isOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> answer = Browser.at(gateway.port()).login("vera", TestUsers.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith(SessionConfiguration.COOKIE)
                                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                                .doesNotContain("Max-Age", "Expires"));
    }

    @Test
    void wrongPasswordAndUnknownName_areRefusedAlike() throws Exception {
        Browser browser = Browser.at(gateway.port());
        HttpResponse<String> wrong = browser.login("vera", "not the password");
        HttpResponse<String> unknown = browser.login("nobody", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).doesNotContain("vera").contains("\"status\":401");
    }

    @Test
    void change_needsTheCsrfToken() throws Exception {
        Browser browser = Browser.loggedIn(gateway.port(), TestUsers.OPERATOR);
        String token = "{\"name\":\"x\",\"role\":\"viewer\",\"expiresInSeconds\":60}";

        assertThat(browser.send("POST", "/api/v1/tokens", token, null).statusCode()).isEqualTo(403);
        assertThat(browser.send("POST", "/api/v1/tokens", token, "guess").statusCode())
                .isEqualTo(403);
        assertThat(browser.send("POST", "/api/v1/login", "{}", null).statusCode()).isEqualTo(403);
        assertThat(browser.post("/api/v1/tokens", token).statusCode()).isEqualTo(201);
    }

    @Test
    void asking_changesNeitherSessionNorCsrfToken() throws Exception {
        Browser browser = Browser.loggedIn(gateway.port(), TestUsers.VIEWER);
        String session = browser.cookie(SessionConfiguration.COOKIE);
        String csrf = browser.cookie("XSRF-TOKEN");

        assertThat(browser.get("/api/v1/hosts").statusCode()).isEqualTo(200);
        assertThat(browser.cookie(SessionConfiguration.COOKIE)).isEqualTo(session);
        assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(csrf);
    }

    @Test
    void login_givesNewSessionAndCsrfToken() throws Exception {
        Browser browser = Browser.loggedIn(gateway.port(), TestUsers.VIEWER);
        String session = browser.cookie(SessionConfiguration.COOKIE);
        String csrf = browser.cookie("XSRF-TOKEN");

        assertThat(browser.login("vera", TestUsers.PASSWORD).statusCode()).isEqualTo(204);
        assertThat(browser.cookie(SessionConfiguration.COOKIE)).isNotEqualTo(session);
        assertThat(browser.cookie("XSRF-TOKEN")).isNotEqualTo(csrf);
    }

    @Test
    void session_isOlderThanTheGateway_andEndsAtEachReplica() throws Exception {
        Browser browser = Browser.loggedIn(gateway.port(), TestUsers.OPERATOR);
        try (RunningGateway later = stack.start(TestUsers.settings())) {
            assertThat(browser.goTo(later.port()).user()).isEqualTo("olga");
            assertThat(browser.post("/api/v1/logout", "").statusCode()).isEqualTo(204);
            assertThat(browser.goTo(gateway.port()).user()).isNull();
        }
    }

    @Test
    void otherPasswordOrRole_meansNoOldSession() throws Exception {
        Browser vera = Browser.loggedIn(gateway.port(), TestUsers.VIEWER);
        Browser olga = Browser.loggedIn(gateway.port(), TestUsers.OPERATOR);
        Browser gina = Browser.loggedIn(gateway.port(), TestUsers.GUEST);
        User changed = new User("vera", Role.VIEWER, TestUsers.hash("another password"));
        User demoted = new User("olga", Role.VIEWER, TestUsers.HASH);

        try (RunningGateway replica = stack.start(TestUsers.settings(changed, demoted))) {
            assertThat(gina.goTo(replica.port()).user()).isNull();
            assertThat(vera.goTo(replica.port()).user()).isNull();
            assertThat(olga.goTo(replica.port()).json("/api/v1/session").path("role").asString())
                    .isEqualTo("viewer");
            assertThat(olga.get("/api/v1/tokens").statusCode()).isEqualTo(403);
        }
    }
}
