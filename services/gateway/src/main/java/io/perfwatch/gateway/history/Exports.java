package io.perfwatch.gateway.history;

import io.perfwatch.gateway.GatewayProperties;
import io.perfwatch.gateway.web.TooBusyException;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.pack.Curve;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Writes while it reads. A client that reads slowly holds a connection to the database as long, so
 * only a few may export at a time.
 */
@Component
final class Exports {
    private final Stretches stretches;
    private final Semaphore running;

    Exports(Stretches stretches, GatewayProperties properties) {
        this.stretches = stretches;
        running = new Semaphore(properties.history().maxExports());
    }

    void write(Question question, Tier tier, ExportFormat format, HttpServletResponse response)
            throws IOException {
        if (!running.tryAcquire()) {
            throw new TooBusyException("Others are exporting; try again when they are done.");
        }
        try {
            response.setContentType(format.mediaType());
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"perfwatch." + format.parameter() + "\"");
            write(question, tier, format, out(response));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            running.release();
        }
    }

    private static Writer out(HttpServletResponse response) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 16_384);
    }

    private void write(Question question, Tier tier, ExportFormat format, Writer out)
            throws IOException {
        format.head(out, tier);
        stretches.read(
                question,
                tier,
                stretch -> write(stretch, question, tier, format, out),
                stretch -> write(stretch, question, tier, format, out));
        out.flush();
    }

    private static void write(
            Stretch stretch, Question question, Tier tier, ExportFormat format, Writer out) {
        if (stretch.tier() != tier) {
            return;
        }
        try {
            for (var curve : stretch.curves().entrySet()) {
                if (question.covers(MetricPath.parse(curve.getKey()))) {
                    write(stretch, curve.getKey(), curve.getValue(), format, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(
            Stretch stretch, String metric, Curve curve, ExportFormat format, Writer out)
            throws IOException {
        for (int i = stretch.first(); i < stretch.end(); i++) {
            if (!curve.isPresent(i)) {
                continue;
            }
            Instant time = Instant.ofEpochMilli(stretch.time(i));
            String host = stretch.stream().host();
            if (stretch.tier() == Tier.RAW) {
                format.line(out, time, host, metric, curve.average(i));
            } else {
                format.line(
                        out,
                        time,
                        host,
                        metric,
                        curve.minimum(i),
                        curve.average(i),
                        curve.maximum(i),
                        (long) curve.count(i));
            }
        }
    }
}
