package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.test.Database;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A socket lives as long as what let it in. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SocketsIT {
    private static final int POLICY_VIOLATION = 1008;

    private Database database;
    private RunningGateway gateway;
    private RunningGateway replica;
    private Browser olga;

    @BeforeAll
    void start(Stack stack) throws Exception {
        database = stack.database();
        gateway = stack.withUsers();
        replica = stack.withUsersReplica();
        olga = Browser.loggedIn(gateway.port(), TestUsers.OPERATOR);
    }

    @Test
    void stranger_opensNone() {
        assertThatThrownBy(() -> new Socket(gateway.port(), "X-Nothing", "x"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void logout_closesTheSocketsOfThatSessionOnly_atEveryReplica() throws Exception {
        Browser vera = Browser.loggedIn(gateway.port(), TestUsers.VIEWER);
        try (Socket here = socket(gateway, vera);
                Socket there = socket(replica, vera);
                Socket other = socket(replica, olga)) {
            assertThat(vera.post("/api/v1/logout", "").statusCode()).isEqualTo(204);

            assertThat(here.closeCode()).isEqualTo(POLICY_VIOLATION);
            assertThat(there.closeCode()).isEqualTo(POLICY_VIOLATION);
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void revokedToken_closesItsSockets() throws Exception {
        JsonNode token = token();
        try (Socket socket = socket(replica, token)) {
            olga.delete("/api/v1/tokens/" + token.path("id").asString());

            assertThat(socket.closeCode()).isEqualTo(POLICY_VIOLATION);
        }
    }

    @Test
    void expiredToken_closesItsSockets() throws Exception {
        JsonNode token = token();
        try (Socket socket = socket(gateway, token);
                Connection connection = database.connect(Database.ACCESS);
                Statement statement = connection.createStatement()) {
            statement.execute("update access.token set expires = now()");

            assertThat(socket.closeCode()).isEqualTo(POLICY_VIOLATION);
        }
    }

    @Test
    void expiredSession_closesItsSockets() throws Exception {
        Browser vera = Browser.loggedIn(gateway.port(), TestUsers.VIEWER);
        try (Socket socket = socket(gateway, vera);
                Connection connection = database.connect(Database.ACCESS);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update access.spring_session set expiry_time = 0"
                            + " where principal_name = 'vera'");

            assertThat(socket.closeCode()).isEqualTo(POLICY_VIOLATION);
        }
    }

    @Test
    void tokenOfSomeHosts_hearsOfThemOnly() throws Exception {
        try (Socket socket = socket(gateway, token(",\"hosts\":[\"a\"]"))) {
            assertThat(socket.ask("{\"type\":\"subscribe\",\"hosts\":[\"*\"]}"))
                    .contains("\"subscribed\"", "\"hosts\":[\"a\"]");
            assertThat(socket.ask("{\"type\":\"subscribe\",\"hosts\":[\"b\"]}"))
                    .contains("\"problem\"");
        }
    }

    private JsonNode token() throws Exception {
        return token("");
    }

    private JsonNode token(String more) throws Exception {
        String wish =
                "{\"name\":\"wall\",\"role\":\"viewer\",\"expiresInSeconds\":3600" + more + "}";
        return JsonMapper.shared().readTree(olga.post("/api/v1/tokens", wish).body());
    }

    private static Socket socket(RunningGateway gateway, Browser browser) {
        String name = SessionConfiguration.COOKIE;
        return new Socket(gateway.port(), "Cookie", name + "=" + browser.cookie(name));
    }

    private static Socket socket(RunningGateway gateway, JsonNode token) {
        return new Socket(
                gateway.port(), "Authorization", "Bearer " + token.path("token").asString());
    }

    private static final class Socket implements WebSocket.Listener, AutoCloseable {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final WebSocket socket;

        Socket(int port, String header, String value) {
            socket =
                    HTTP.newWebSocketBuilder()
                            .header(header, value)
                            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/live"), this)
                            .join();
        }

        String ask(String message) throws Exception {
            socket.sendText(message, true).join();
            String answer = answers.poll(30, TimeUnit.SECONDS);
            return String.valueOf(answer);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            answers.add(data.toString());
            from.request(1);
            return null;
        }

        int closeCode() throws Exception {
            return closed.get(30, TimeUnit.SECONDS);
        }

        boolean isOpen() {
            return !closed.isDone();
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
