package io.perfwatch.gateway.live;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract of the WebSocket and of the topics, for machines. */
@RestController
class AsyncApiController {
    /** An AsyncAPI 3 document. */
    @GetMapping(path = "/api/v1/asyncapi", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource asyncApi() {
        return new ClassPathResource("asyncapi.json");
    }
}
