package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The supervisor that works on a data directory.
 *
 * @param supervisor its process
 * @param port the dashboard's
 * @param ready whether all of its programs have answered once
 */
record RunState(ProcessIdentity supervisor, int port, boolean ready) {

    /** Held as long as the supervisor lives: the kernel gives it back, however it ends. */
    static @Nullable FileLock lock(DataDirectory data) throws IOException {
        return FileChannel.open(
                        data.run().resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)
                .tryLock();
    }

    /** What runs on this data directory now. */
    static Optional<RunState> find(DataDirectory data) {
        var read = new Properties();
        try (var in = Files.newInputStream(file(data))) {
            read.load(in);
            var supervisor = new ProcessIdentity(number(read, "pid"), number(read, "start"));
            return Optional.of(
                            new RunState(
                                    supervisor,
                                    (int) number(read, "port"),
                                    Boolean.parseBoolean(read.getProperty("ready"))))
                    .filter(state -> supervisor.find().isPresent());
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(DataDirectory data) throws IOException {
        Path fresh = Files.createTempFile(data.run(), "supervisor", null);
        Files.writeString(
                fresh,
                "pid=%d\nstart=%d\nport=%d\nready=%s\n"
                        .formatted(supervisor.pid(), supervisor.start(), port, ready));
        Files.move(fresh, file(data), StandardCopyOption.ATOMIC_MOVE);
    }

    Ports ports() {
        return new Ports(port);
    }

    private static Path file(DataDirectory data) {
        return data.run().resolve("supervisor");
    }

    private static long number(Properties read, String key) {
        return Long.parseLong(read.getProperty(key, ""));
    }
}
