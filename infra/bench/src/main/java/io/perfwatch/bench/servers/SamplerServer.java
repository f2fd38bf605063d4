package io.perfwatch.bench.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** This machine's own sampler. */
public final class SamplerServer extends Server {

    SamplerServer(Repository repository, Path directory, BrokerServer broker)
            throws IOException, InterruptedException {
        super(directory.resolve("sampler.log"));
        Path jar = repository.file("services/sampler/target/sampler.jar");
        launch(
                List.of(
                        java(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString()),
                Map.of(
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "MANAGEMENT_SERVER_PORT",
                        Integer.toString(freePort())),
                () -> true);
    }
}
