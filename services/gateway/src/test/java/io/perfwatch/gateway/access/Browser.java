package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.contract.OpenApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps cookies and sends the CSRF token back, as the dashboard does. */
public final class Browser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private int port;

    private Browser(int port) {
        this.port = port;
    }

    public static Browser at(int port) throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(200);
        return browser;
    }

    static Browser loggedIn(int port, User user) throws IOException, InterruptedException {
        Browser browser = at(port);
        assertThat(browser.login(user.name(), TestUsers.PASSWORD).statusCode()).isEqualTo(204);
        return browser;
    }

    public static Browser operator(int port) throws IOException, InterruptedException {
        return loggedIn(port, TestUsers.OPERATOR);
    }

    /** Another replica, or the same after a restart. */
    Browser goTo(int other) {
        port = other;
        return this;
    }

    HttpResponse<String> login(String name, String password)
            throws IOException, InterruptedException {
        return post(
                "/api/v1/login",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, cookie("XSRF-TOKEN"));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json, cookie("XSRF-TOKEN"));
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, null, cookie("XSRF-TOKEN"));
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path).body());
    }

    public HttpResponse<String> send(
            String method, String path, @Nullable String json, @Nullable String csrf)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(
                                method,
                                json == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (csrf != null) {
            request.header("X-XSRF-TOKEN", csrf);
        }
        return OpenApi.checked(http.send(request.build(), BodyHandlers.ofString()));
    }

    /** Without saying how long it is. */
    HttpResponse<String> postInChunks(String path, byte[] json)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", String.valueOf(cookie("XSRF-TOKEN")))
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json)))
                        .build();
        return OpenApi.checked(http.send(request, BodyHandlers.ofString()));
    }

    public @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Null once it has ended. */
    @Nullable String user() throws IOException, InterruptedException {
        return json("/api/v1/session").path("user").stringValue(null);
    }
}
