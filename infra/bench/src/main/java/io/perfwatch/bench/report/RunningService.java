package io.perfwatch.bench.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A service of a running {@code ./perfwatch up}.
 *
 * @param process that runs it
 * @param managementPort where it serves its own metrics
 */
public record RunningService(ProcessHandle process, int managementPort) {

    /**
     * @param name as its jar is called
     * @param managementPort that it was started with
     * @throws IOException if none runs there; the message says what to do
     */
    public static RunningService find(String name, int managementPort) throws IOException {
        String setting = "MANAGEMENT_SERVER_PORT=" + managementPort;
        return ProcessHandle.allProcesses()
                .filter(p -> words(p, "cmdline").stream().anyMatch(w -> w.endsWith(name + ".jar")))
                .filter(p -> words(p, "environ").contains(setting))
                .findFirst()
                .map(p -> new RunningService(p, managementPort))
                .orElseThrow(() ->
                        new IOException(
                                "no %s with management port %d: ./perfwatch up, and --port"
                                        .formatted(name, managementPort)));
    }

    /** A file of {@code /proc/PID} whose words end with zeros; empty if it cannot be read. */
    public static List<String> words(ProcessHandle process, String file) {
        try {
            Path path = Path.of("/proc", Long.toString(process.pid()), file);
            String words = Files.readString(path);
            return List.of(words.substring(0, Math.max(0, words.length() - 1)).split("\0", -1));
        } catch (IOException e) {
            return List.of();
        }
    }

    public ProcessUsage usage() throws IOException {
        return ProcessUsage.of(process.pid());
    }

    /** What it says of itself now. */
    public ServiceMetrics metrics() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address).build();
            return ServiceMetrics.parse(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
