package io.perfwatch.gateway.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebIT {
    private static final String UPGRADE =
            """
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Extensions: permessage-deflate\r
            """;

    private final RunningGateway gateway;

    WebIT(Stack stack) {
        gateway = stack.open();
    }

    @BeforeAll
    void isUp() throws Exception {
        assertThat(gateway.getManagement("/actuator/health/readiness").body()).contains("\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hosts/a", "/hosts/a.example.com", "/anything"})
    void everyView_isThePage(String path) throws Exception {
        HttpResponse<String> page = gateway.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<!doctype html>");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void scripts_areCachedForEver() throws Exception {
        Matcher script = Pattern.compile("/assets/[^\"]+\\.js").matcher(gateway.get("/").body());
        assertThat(script.find()).isTrue();

        assertThat(header(gateway.get(script.group()), "Cache-Control")).contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/assets/nothing.js",
                "/api/v1/hosts/nobody",
                "/api/v1/schemas/nothing"
            })
    void whatIsNotThere_isAProblem(String path) throws Exception {
        HttpResponse<String> answer = gateway.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void catalogueAndSchemas_areServed() throws Exception {
        assertThat(gateway.json("/api/v1/metrics").path("metrics").valueStream())
                .anyMatch(metric -> metric.path("path").asString().equals("cpu.utilization"));
        assertThat(gateway.json("/api/v1/schemas/perfwatch.system.v1").path("$id").asString())
                .isEqualTo("urn:perfwatch:perfwatch.system.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:1, 200",
        "localhost, 200",
        "[::1]:8420, 200",
        "evil.example, 421",
        "127.0.0.1.evil.example, 421"
    })
    void onlyOwnNames_areAnswered(String host, int status) throws Exception {
        assertThat(statusLine("GET /api/v1/metrics", "Host: " + host + "\r\n"))
                .contains(" " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1, 101",
        "http://evil.example, 403",
        "http://localhost, 403",
        "https://127.0.0.1, 403",
        "null, 403"
    })
    void onlyOwnPages_mayOpenASocket(String origin, int status) throws Exception {
        assertThat(
                        statusLine(
                                "GET /api/v1/live",
                                "Host: 127.0.0.1\r\n" + UPGRADE + "Origin: " + origin + "\r\n"))
                .contains(" " + status);
    }

    @Test
    void noExtension_isAgreedOn() throws Exception {
        assertThat(answer("GET /api/v1/live", "Host: 127.0.0.1\r\n" + UPGRADE))
                .startsWith("HTTP/1.1 101")
                .doesNotContain("permessage-deflate");
    }

    @Test
    void oversizedAddressesAndHeaders_areRefused() throws Exception {
        String much = "x".repeat(9000);

        assertThat(statusLine("GET /api/v1/hosts?host=" + much, "Host: localhost\r\n"))
                .containsPattern(" (400|414|431)");
        assertThat(statusLine("GET /api/v1/hosts", "Host: localhost\r\nX-Much: " + much + "\r\n"))
                .containsPattern(" (400|431)");
    }

    private String statusLine(String request, String headers) throws IOException {
        return answer(request, headers).lines().findFirst().orElse("");
    }

    /** Until the end of the headers. */
    private String answer(String request, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\n" + headers + "\r\n").getBytes(ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            for (String line = in.readLine();
                    line != null && !line.isEmpty();
                    line = in.readLine()) {
                answer.append(line).append('\n');
            }
            return answer.toString();
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
