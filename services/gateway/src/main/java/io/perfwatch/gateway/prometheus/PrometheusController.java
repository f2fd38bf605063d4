package io.perfwatch.gateway.prometheus;

import io.perfwatch.gateway.web.HostParameter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a Prometheus scrapes. */
@RestController
class PrometheusController {
    private final Exposition exposition;

    PrometheusController(Exposition exposition) {
        this.exposition = exposition;
    }

    /**
     * The newest values of the hosts that report, without timestamps, and of every host whether it
     * does.
     *
     * @param host name, may be repeated; default all
     * @param family of whose metrics all are wanted, may be repeated; default only the headline
     *     metrics
     */
    @GetMapping(path = "/api/v1/prometheus", produces = PrometheusTextFormatWriter.CONTENT_TYPE)
    byte[] prometheus(
            @RequestParam(required = false) @Nullable List<String> host,
            @RequestParam(required = false) @Nullable List<String> family)
            throws IOException {
        Set<String> hosts = host == null ? Set.of() : Set.copyOf(host);
        hosts.forEach(HostParameter::check);
        Set<String> families = family == null ? Set.of() : Set.copyOf(family);
        ByteArrayOutputStream text = new ByteArrayOutputStream(64 * 1024);
        PrometheusTextFormatWriter.create().write(text, exposition.of(hosts, families));
        return text.toByteArray();
    }
}
