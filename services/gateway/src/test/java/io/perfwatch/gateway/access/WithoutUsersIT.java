package io.perfwatch.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On loopback and without users: open for this machine, closed for foreign pages. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WithoutUsersIT {
    private final RunningGateway gateway;

    WithoutUsersIT(Stack stack) {
        gateway = stack.open();
    }

    @Test
    void everybody_isAnOperator() throws Exception {
        HttpResponse<String> session = gateway.get("/api/v1/session");

        assertThat(session.body())
                .isEqualTo("{\"authentication\":\"none\",\"user\":null,\"role\":\"operator\"}");
        assertThat(session.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(gateway.get("/api/v1/hosts").statusCode()).isEqualTo(200);
    }

    @Test
    void thereIsNothingToLogInTo_andNothingKept() throws Exception {
        assertThat(gateway.get("/api/v1/tokens").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/login", "X-Nothing", "x")).isEqualTo(404);
        assertThat(gateway.beans(AccessDatabase.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, not an origin, 403",
        "Origin, http://127.0.0.1:1, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 404",
        "Sec-Fetch-Site, none, 404",
        "X-Nothing, x, 404"
    })
    void foreignPage_changesNothing(String header, String value, int status) throws Exception {
        assertThat(post("/api/v1/nothing", header, value)).isEqualTo(status);
    }

    @Test
    void ownPage_mayChange() throws Exception {
        assertThat(post("/api/v1/nothing", "Origin", "http://127.0.0.1:" + gateway.port()))
                .isEqualTo(404);
    }

    private int post(String path, String header, String value) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                        .header(header, value)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
