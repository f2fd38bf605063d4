package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.test.Broker;
import io.perfwatch.test.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokensIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Broker broker;
    private Database database;
    private RunningGateway gateway;
    private Browser olga;

    @BeforeAll
    void start(Stack stack) throws Exception {
        broker = stack.broker();
        database = stack.database();
        gateway = stack.withUsers();
        olga = Browser.loggedIn(gateway.port(), TestUsers.OPERATOR);
    }

    @Test
    void token_isShownOnceAndListedWithoutItself() throws Exception {
        JsonNode created = create("\"role\":\"viewer\"");
        String token = created.path("token").asString();
        HttpResponse<String> listed = olga.get("/api/v1/tokens");

        assertThat(token).startsWith("perfwatch_").hasSize(53);
        assertThat(created.path("role").asString()).isEqualTo("viewer");
        assertThat(listed.body()).contains(created.path("id").asString()).doesNotContain(token);
        assertThat(with(token, "GET", "/api/v1/hosts").statusCode()).isEqualTo(200);
        assertThat(olga.json("/api/v1/tokens").valueStream())
                .anyMatch(t -> t.path("id").equals(created.path("id")) && t.has("lastUsed"));
    }

    @Test
    void token_isInNoTable() throws Exception {
        String token = create("\"role\":\"viewer\"").path("token").asString();
        try (Connection connection = database.connect(Database.ACCESS);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select token::text from access.token")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(token.substring(10));
            }
        }
    }

    @Test
    void revokedToken_isRefused() throws Exception {
        JsonNode created = create("\"role\":\"viewer\"");
        String path = "/api/v1/tokens/" + created.path("id").asString();

        assertThat(olga.delete(path).statusCode()).isEqualTo(204);
        assertThat(olga.delete(path).statusCode()).isEqualTo(404);
        assertThat(with(created.path("token").asString(), "GET", "/api/v1/hosts").statusCode())
                .isEqualTo(401);
    }

    @Test
    void expiredToken_isRefused() throws Exception {
        JsonNode created = create("\"role\":\"operator\"");
        try (Connection connection = database.connect(Database.ACCESS);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update access.token set expires = now() where id = '"
                            + created.path("id").asString()
                            + "'");
        }
        assertThat(with(created.path("token").asString(), "GET", "/api/v1/hosts").statusCode())
                .isEqualTo(401);
    }

    @Test
    void viewersToken_changesNothing_andNoTokenMakesTokens() throws Exception {
        String viewer = create("\"role\":\"viewer\"").path("token").asString();
        String operator = create("\"role\":\"operator\"").path("token").asString();

        assertThat(with(viewer, "DELETE", "/api/v1/hosts/a").statusCode()).isEqualTo(403);
        assertThat(with(operator, "GET", "/api/v1/tokens").statusCode()).isEqualTo(403);
        assertThat(with(operator, "POST", "/api/v1/tokens").statusCode()).isEqualTo(403);
        assertThat(with(operator, "POST", "/api/v1/anything").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/metrics, 200",
        "/api/v1/hosts/a, 404",
        "/api/v1/hosts/%61, 404",
        "/api/v1/hosts/b, 403",
        "/api/v1/hosts, 200",
        "/api/v1/hosts?host=b, 403",
        "/api/v1/prometheus, 200",
        "/api/v1/annotations, 200",
        "/api/v1/export?metric=cpu.utilization, 200",
        "/api/v1/history?host=b&metric=cpu.utilization, 403",
        "/api/v1/history?host=a&host=b&metric=cpu.utilization, 403",
        "/api/v1/history?host=*&metric=cpu.utilization, 403",
        "/api/v1/history?metric=cpu.utilization, 200",
        "/api/v1/history?host=a&metric=cpu.utilization, 200",
        "/api/v1/system, 403",
        "/api/v1/system?host=a, 403",
        "/api/v1/anything, 403",
        "/api/v1/live, 400"
    })
    void tokenOfSomeHosts_asksAboutThemOnly(String path, int status) throws Exception {
        JsonNode created = create("\"role\":\"viewer\",\"hosts\":[\"a\"]");

        assertThat(created.path("hosts").get(0).asString()).isEqualTo("a");
        assertThat(with(created.path("token").asString(), "GET", path).statusCode())
                .isEqualTo(status);
    }

    @Test
    void tokenOfSomeHosts_seesThemOnly_whereItNamesNone() throws Exception {
        String token =
                create("\"role\":\"viewer\",\"hosts\":[\"token-a\"]").path("token").asString();
        try (Probe a = new Probe(broker, "token-a");
                Probe b = new Probe(broker, "token-b")) {
            a.sample();
            b.sample();
        }
        await().until(() ->
                List.of(200, 200)
                        .equals(
                                List.of(
                                        olga.get("/api/v1/hosts/token-a").statusCode(),
                                        olga.get("/api/v1/hosts/token-b").statusCode())));

        for (String path : List.of("/api/v1/hosts", "/api/v1/prometheus")) {
            assertThat(with(token, "GET", path).body())
                    .contains("token-a")
                    .doesNotContain("token-b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"role\":\"admin\"",
                "\"role\":\"viewer\",\"expiresInSeconds\":1",
                "\"role\":\"viewer\",\"expiresInSeconds\":99999999999",
                "\"role\":\"viewer\",\"name\":\"\"",
                "\"role\":\"viewer\",\"name\":\"a\\nevent=login\"",
                "\"role\":\"viewer\",\"hosts\":[\"*\"]",
                "\"role\":\"viewer\",\"hosts\":[null]",
                "\"role\":null"
            })
    void badWishes_areRefused(String members) throws Exception {
        assertThat(olga.post("/api/v1/tokens", wish(members)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "access_token", "authorization", "Bearer"})
    void tokenInTheAddress_isNotLookedAt(String parameter) throws Exception {
        String token = create("\"role\":\"viewer\"").path("token").asString();
        HttpRequest request =
                HttpRequest.newBuilder(uri("/api/v1/hosts?" + parameter + "=" + token)).build();

        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer x",
                "Bearer perfwatch_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Basic b2xnYTp4",
                "Bearer ' or true --"
            })
    void badToken_isRefused_alsoWithASession(String header) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/api/v1/hosts"))
                        .header("Authorization", header)
                        .header(
                                "Cookie",
                                SessionConfiguration.COOKIE
                                        + "="
                                        + olga.cookie(SessionConfiguration.COOKIE))
                        .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    private JsonNode create(String members) throws IOException, InterruptedException {
        HttpResponse<String> answer = olga.post("/api/v1/tokens", wish(members));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** A later member of the same name wins. */
    private static String wish(String members) {
        return "{\"name\":\"scraper\",\"expiresInSeconds\":3600," + members + "}";
    }

    private HttpResponse<String> with(String token, String method, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.noBody())
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }
}
