package io.perfwatch.bench.sampler;

import io.perfwatch.bench.report.ProcessUsage;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The reference: Prometheus' node_exporter with what it does by default, scraped each second. */
final class NodeExporter implements AutoCloseable {
    private static final String PROGRAM = "prometheus-node-exporter";

    private final Process process;
    private final HttpRequest request;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger scrapes = new AtomicInteger();

    private NodeExporter(Process process, int port) {
        this.process = process;
        this.request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    }

    /**
     * @throws IOException if it is not installed; the message says how
     */
    static NodeExporter start() throws IOException {
        int port = freePort();
        try {
            Process process =
                    new ProcessBuilder(PROGRAM, "--web.listen-address=127.0.0.1:" + port)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            NodeExporter exporter = new NodeExporter(process, port);
            Future<?> _ =
                    exporter.clock.scheduleAtFixedRate(exporter::scrape, 1, 1, TimeUnit.SECONDS);
            return exporter;
        } catch (IOException e) {
            throw new IOException(
                    "no reference: apt-get install " + PROGRAM + " (" + e.getMessage() + ")", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void scrape() {
        try {
            client.send(request, BodyHandlers.discarding());
            scrapes.incrementAndGet();
        } catch (IOException _) {
            // Not up yet, or gone: the report tells how often it answered.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often it has answered. */
    int scrapes() {
        return scrapes.get();
    }

    ProcessUsage usage() throws IOException {
        return ProcessUsage.of(process.pid());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
        process.destroy();
    }
}
