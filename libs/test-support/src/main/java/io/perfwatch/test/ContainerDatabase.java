package io.perfwatch.test;

import java.sql.DriverManager;
import java.util.Map;

/** PostgreSQL's published image. */
final class ContainerDatabase implements Database {
    private static final String IMAGE = "postgres:18";
    private static final int INSIDE = 5432;

    private final int port = FreePort.next();
    private final ContainerServer server =
            new ContainerServer(IMAGE, port, INSIDE, Map.of("POSTGRES_PASSWORD", PASSWORD));

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void start() {
        server.start();
        Answer.await(
                IMAGE,
                server::isRunning,
                () -> DriverManager.getConnection(url("postgres"), "postgres", PASSWORD).close());
    }

    @Override
    public synchronized void stop() {
        server.stop();
    }

    @Override
    public synchronized void close() {
        server.remove();
    }
}
