package io.perfwatch.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint that is mapped, also one that is new: nobody can forget to close it. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndpointsIT {
    private static final Set<String> OPEN =
            Set.of("GET /api/v1/session", "POST /api/v1/login", "POST /api/v1/logout");
    private static final Set<String> FILES =
            Set.of("/", "/**", "/assets/**", "/api-docs", "/api-docs/", "/api-docs/**");

    private RunningGateway gateway;
    private Browser stranger;
    private Browser viewer;
    private Browser operator;

    @BeforeAll
    void start(Stack stack) throws Exception {
        gateway = stack.withUsers();
        stranger = Browser.at(gateway.port());
        viewer = Browser.loggedIn(gateway.port(), TestUsers.VIEWER);
        operator = Browser.loggedIn(gateway.port(), TestUsers.OPERATOR);
    }

    record Endpoint(String method, String path) {
        boolean isReading() {
            return method.equals("GET");
        }

        String concrete() {
            return path.replaceAll("\\{[^}]*}", "x").replace("**", "x");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Stream<Endpoint> endpoints() {
        return gateway.beans(AbstractHandlerMapping.class).stream()
                .flatMap(EndpointsIT::mapped)
                .filter(endpoint -> !FILES.contains(endpoint.path()))
                .filter(endpoint -> !OPEN.contains(endpoint.toString()))
                .distinct();
    }

    private static Stream<Endpoint> mapped(AbstractHandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingHandlerMapping controllers ->
                    controllers.getHandlerMethods().keySet().stream()
                            .flatMap(EndpointsIT::endpoints);
            case AbstractUrlHandlerMapping urls ->
                    urls.getHandlerMap().keySet().stream().map(url -> new Endpoint("GET", url));
            default -> Stream.empty();
        };
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info) {
        List<String> methods =
                info.getMethodsCondition().getMethods().isEmpty()
                        ? List.of("GET", "POST", "PUT", "PATCH", "DELETE")
                        : info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> new Endpoint(method, path)));
    }

    @Test
    void enumeration_findsWhatIsKnown() {
        assertThat(endpoints().map(Endpoint::toString))
                .contains(
                        "GET /api/v1/hosts",
                        "GET /api/v1/history",
                        "GET /api/v1/live",
                        "DELETE /api/v1/tokens/{id}");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void stranger_isRefusedEverywhere(Endpoint endpoint) throws Exception {
        HttpResponse<String> answer = ask(stranger, endpoint);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "perfwatch.gateway");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void viewer_readsAndChangesNothing(Endpoint endpoint) throws Exception {
        boolean allowed = endpoint.isReading() && !endpoint.path().contains("/tokens");

        assertThat(ask(viewer, endpoint).statusCode() == 403).isEqualTo(!allowed);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void operator_isRefusedNothing_butWithoutCsrfTokenEveryChange(Endpoint endpoint)
            throws Exception {
        String path = endpoint.concrete();

        assertThat(ask(operator, endpoint).statusCode()).isNotIn(401, 403, 500);
        assertThat(operator.send(endpoint.method(), path, null, null).statusCode() == 403)
                .isEqualTo(!endpoint.isReading());
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyAnswer_hasTheHeaders(Endpoint endpoint) throws Exception {
        for (Browser browser : List.of(stranger, operator)) {
            HttpResponse<String> answer = ask(browser, endpoint);

            Map.of(
                            "X-Content-Type-Options", "nosniff",
                            "X-Frame-Options", "DENY",
                            "Referrer-Policy", "no-referrer",
                            "Cross-Origin-Opener-Policy", "same-origin",
                            "Cross-Origin-Resource-Policy", "same-origin")
                    .forEach((name, value) ->
                            assertThat(answer.headers().firstValue(name)).hasValue(value));
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void tooLargeABody_isRefused(Endpoint endpoint) throws Exception {
        String body = "{\"text\":\"" + "x".repeat(512 * 1024) + "\"}";
        HttpResponse<String> answer =
                operator.send(
                        endpoint.method(),
                        endpoint.concrete(),
                        body,
                        operator.cookie("XSRF-TOKEN"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("524288");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).isPresent();
    }

    @Test
    void tooLargeABody_isRefused_alsoInChunks() throws Exception {
        byte[] body = ("{\"text\":\"" + "x".repeat(512 * 1024) + "\"}").getBytes(UTF_8);
        HttpResponse<String> answer = operator.postInChunks("/api/v1/annotations", body);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    private static HttpResponse<String> ask(Browser browser, Endpoint endpoint) throws Exception {
        return browser.send(
                endpoint.method(),
                endpoint.concrete(),
                endpoint.isReading() ? null : "{}",
                browser.cookie("XSRF-TOKEN"));
    }
}
