package io.perfwatch.bench.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The {@link Broadcast} in a process of its own, with the options of the gateway but a larger heap.
 */
public final class BroadcastServer extends Server {
    /** Tomcat's own buffers of a thousand connections are 80 MiB. */
    private static final List<String> HEAP = List.of("-Xmx160m", "-Xmn24m");

    private final int port;

    BroadcastServer(Repository repository, Path directory)
            throws IOException, InterruptedException {
        super(directory.resolve("broadcast.log"));
        port = freePort();
        List<String> command = GatewayServer.options(repository);
        command.addAll(HEAP);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broadcast.class.getName(),
                        Integer.toString(port)));
        launch(command, Map.of(), this::listens);
    }

    private boolean listens() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + port + "/broadcast");
    }

    /** To all who have said {@code name}. */
    public void say(String name, String text) throws IOException {
        say(name + " " + text);
    }
}
