package io.perfwatch.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import io.perfwatch.gateway.access.Browser;
import io.perfwatch.gateway.access.TestUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedStack.class)
final class OpenApiIT {
    private static final Path COMMITTED = Path.of("../../docs/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * {@code ./mvnw verify -pl services/gateway -am -Dit.test=OpenApiIT -Dperfwatch.update=true}
     * writes it anew.
     */
    @Test
    void committedDocument_isWhatTheCodeSays(Stack stack) throws Exception {
        String generated;
        try (RunningGateway gateway =
                RunningGateway.documented(
                        Documentation.class,
                        stack.broker(),
                        stack.database(),
                        TestUsers.settings())) {
            Browser operator = Browser.operator(gateway.port());
            generated = JSON.writeValueAsString(operator.json("/v3/generated")) + "\n";
        }
        if (Boolean.getBoolean("perfwatch.update")) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void document_isServed_withThePageThatTriesItOut(Stack stack) throws Exception {
        RunningGateway gateway = stack.open();

        assertThat(gateway.json("/v3/api-docs"))
                .isEqualTo(JSON.readTree(Files.readString(COMMITTED)));
        assertThat(gateway.get("/api-docs/index.html").body()).contains("try-out.js");
        for (String file : new String[] {"swagger-ui-bundle.js", "swagger-ui.css", "try-out.js"}) {
            assertThat(gateway.get("/api-docs/" + file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(gateway.get("/api-docs").statusCode()).isEqualTo(302);
    }
}
