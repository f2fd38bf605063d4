package io.perfwatch.gateway.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;

/** What holds for every operation and stands at none: who may ask, and the problems. */
final class Documentation {
    private static final List<String> OPEN =
            List.of("/api/v1/session", "/api/v1/login", "/api/v1/logout");
    private static final String PROBLEM = "Problem";

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer common() {
        return document -> {
            document.info(
                            new Info()
                                    .title("PerfWatch")
                                    .version("v1")
                                    .description(
                                            "Names carry units; times are RFC 3339. Within v1"
                                                    + " members are only added. Live samples come by"
                                                    + " WebSocket: GET /api/v1/asyncapi."))
                    .servers(null);
            components(document)
                    .addSchemas(PROBLEM, problem())
                    .addSecuritySchemes("session", scheme(SecurityScheme.Type.APIKEY))
                    .addSecuritySchemes("token", scheme(SecurityScheme.Type.HTTP));
            document.getPaths().forEach(Documentation::complete);
        };
    }

    private static Components components(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        return document.getComponents();
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        problem.setDescription("RFC 9457; detail says how to ask better");
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema());
        problem.setRequired(List.of("title", "status", "detail"));
        return problem;
    }

    private static SecurityScheme scheme(SecurityScheme.Type type) {
        return type == SecurityScheme.Type.HTTP
                ? new SecurityScheme().type(type).scheme("bearer").description("An API token")
                : new SecurityScheme()
                        .type(type)
                        .in(SecurityScheme.In.COOKIE)
                        .name("perfwatch_session")
                        .description(
                                "Given by POST /api/v1/login. What is not GET needs the value of"
                                        + " the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");
    }

    private static void complete(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        answer(operation, 400, "What was asked for cannot be");
        if (path.contains("{") || path.endsWith("/processes") || path.endsWith("/completeness")) {
            answer(operation, 404, "There is none of this name");
        }
        answer(operation, 413, "The body is too large");
        if (operation.getRequestBody() != null) {
            answer(operation, 415, "The body is not JSON");
        }
        answer(operation, 503, "The database does not answer");
        if (OPEN.contains(path)) {
            operation.security(List.of());
        } else {
            operation.security(
                    List.of(
                            new SecurityRequirement().addList("session"),
                            new SecurityRequirement().addList("token")));
            answer(operation, 401, "Not logged in, and no token that holds");
            answer(operation, 403, "Not allowed to this role or token, or no CSRF token");
        }
        if (path.endsWith("/login")) {
            answer(operation, 401, "The name or the password is wrong");
            answer(operation, 403, "No CSRF token");
            answer(operation, 429, "Too many logins failed; see Retry-After");
        }
        if (path.endsWith("/prometheus")) {
            gives(operation, new StringSchema(), "text/plain");
        }
        if (path.endsWith("/asyncapi")) {
            gives(operation, document(), "application/json");
        }
        if (path.contains("/schemas/")) {
            gives(operation, document(), "application/schema+json");
        }
        if (path.endsWith("/export")) {
            gives(operation, new StringSchema(), "text/csv", "application/jsonl");
            answer(operation, 429, "Others are exporting");
        }
        if (path.endsWith("/history")) {
            answer(operation, 429, "Others ask for much history");
        }
        if (path.endsWith("/tokens")) {
            answer(operation, 404, "There are no tokens where nobody has to log in");
        }
        if (method == PathItem.HttpMethod.POST && path.endsWith("/tokens")) {
            answer(operation, 409, "There are too many");
        }
    }

    /** One that other standards describe. */
    private static Schema<?> document() {
        return new ObjectSchema().additionalProperties(true);
    }

    private static void gives(Operation operation, Schema<?> schema, String... types) {
        Content content = new Content();
        for (String type : types) {
            content.addMediaType(type, new MediaType().schema(schema));
        }
        operation
                .getResponses()
                .addApiResponse("200", new ApiResponse().description("OK").content(content));
    }

    private static void answer(Operation operation, int status, String description) {
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(status),
                        new ApiResponse()
                                .description(description)
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(
                                                                        new Schema<>()
                                                                                .$ref(PROBLEM)))));
    }
}
