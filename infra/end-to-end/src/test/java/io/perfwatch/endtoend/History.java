package io.perfwatch.endtoend;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway says about the time of the runs. */
final class History {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private History() {}

    /**
     * @param reason missing, pending or unobserved
     */
    record Gap(String reason, JsonNode details) {}

    static List<Gap> gaps(PerfWatch perfwatch, Runs runs) throws IOException, InterruptedException {
        String query =
                "/api/v1/history?host=%s&metric=cpu.utilization&from=%s&to=%s&points=300"
                        .formatted(runs.first().host(), runs.first().time(), Instant.now());
        HttpRequest request = HttpRequest.newBuilder(perfwatch.dashboard().resolve(query)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body()).get("gaps").values().stream()
                    .map(gap -> new Gap(gap.get("reason").asString(), gap))
                    .toList();
        }
    }
}
