package io.perfwatch.gateway.history;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** History as a file. */
@RestController
class ExportController {
    private final QuestionReader reader;
    private final Exports exports;

    ExportController(QuestionReader reader, Exports exports) {
        this.reader = reader;
        this.exports = exports;
    }

    /**
     * One value a line, by host, family and time, written as it is read: it may be any size. A file
     * that ends before its end breaks the connection, so a client sees it.
     *
     * @param host name, may be repeated
     * @param metric path, wildcards allowed, may be repeated
     * @param from RFC 3339 or epoch milliseconds, inclusive; default an hour before {@code to}
     * @param to the same, exclusive; default now
     * @param format {@code csv} (RFC 4180, with a header) or {@code jsonl}; default csv
     * @param tier {@code raw}, {@code minute} or {@code hour}; default raw
     */
    @GetMapping("/api/v1/export")
    void export(
            @RequestParam List<String> host,
            @RequestParam List<String> metric,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "raw") String tier,
            HttpServletResponse response)
            throws IOException {
        Question question = reader.read(host, metric, from, to, null);
        exports.write(
                question, QuestionReader.tier(tier), QuestionReader.exportFormat(format), response);
    }
}
