package io.perfwatch.gateway.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpenApiController {
    private static final Resource DOCUMENT = new ClassPathResource("openapi.json");

    /** This API as an OpenAPI 3.1 document. */
    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource document() {
        return DOCUMENT;
    }
}
