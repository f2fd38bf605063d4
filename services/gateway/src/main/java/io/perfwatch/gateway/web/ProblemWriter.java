package io.perfwatch.gateway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A problem (RFC 9457) from where no controller is: a filter. */
public final class ProblemWriter {
    private ProblemWriter() {}

    public static void write(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ObjectNode problem =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("title", status.getReasonPhrase())
                        .put("status", status.value())
                        .put("detail", detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
    }
}
