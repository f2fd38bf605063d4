package io.perfwatch.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own server as a child process. */
final class EmbeddedDatabase implements Database {
    private final Path directory = TemporaryDirectory.create("postgres");
    private final int port = FreePort.next();
    private @Nullable EmbeddedPostgres server;

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            server =
                    EmbeddedPostgres.builder()
                            .setPort(port)
                            .setDataDirectory(directory)
                            .setCleanDataDirectory(false)
                            .setServerConfig("timezone", "UTC")
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = null;
    }

    @Override
    public void close() {
        stop();
        TemporaryDirectory.delete(directory);
    }
}
