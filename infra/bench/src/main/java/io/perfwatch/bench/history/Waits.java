package io.perfwatch.bench.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.function.Supplier;

/** Asks again and again, one question after the other, and notes how long each answer took. */
final class Waits {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int WARM_UP = 30;

    private final double[] millis;

    private Waits(double[] millis) {
        this.millis = millis;
        Arrays.sort(millis);
    }

    static Waits of(int count, Supplier<URI> questions) throws IOException, InterruptedException {
        double[] millis = new double[count];
        for (int i = -WARM_UP; i < count; i++) {
            long start = System.nanoTime();
            ask(questions.get());
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return new Waits(millis);
    }

    /** The body; at least a kilobyte, or the series was not there. */
    static String ask(URI question) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().length() < 1000) {
            throw new IOException(
                    "%s: %d %s"
                            .formatted(
                                    question,
                                    answer.statusCode(),
                                    answer.body()
                                            .substring(0, Math.min(200, answer.body().length()))));
        }
        return answer.body();
    }

    /** Bytes of the body, which is read as it comes and not kept. */
    static long size(URI question) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HTTP.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("%s: %d".formatted(question, answer.statusCode()));
            }
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    static boolean isReady(URI readiness) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    double percentile(double part) {
        return millis[(int) Math.min(millis.length - 1, Math.ceil(part * millis.length) - 1)];
    }
}
