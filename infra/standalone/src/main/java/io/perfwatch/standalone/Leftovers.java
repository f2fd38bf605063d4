package io.perfwatch.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Programs that a supervisor left, where the system does not end them with it (no {@code setpriv}).
 */
final class Leftovers {

    private static final int PATIENCE_SECONDS = 10;

    private Leftovers() {}

    /** Ends them and waits for that; a number that now belongs to another process is left alone. */
    static int end(DataDirectory data) throws InterruptedException {
        List<ProcessHandle> left = find(data);
        for (ProcessHandle process : left) {
            Signals.send(process, "INT");
        }
        for (ProcessHandle process : left) {
            CompletableFuture<ProcessHandle> end = process.onExit();
            try {
                end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
                end.join();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return left.size();
    }

    static List<ProcessHandle> find(DataDirectory data) {
        if (!Files.isDirectory(data.run())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data.run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(ProcessIdentity::read)
                    .flatMap(Optional::stream)
                    .map(ProcessIdentity::find)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
