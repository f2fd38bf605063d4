package io.perfwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Passwords of the database's roles: made on the first start, kept in files that only their owner
 * reads.
 */
final class Secrets {

    private static final int BYTES = 24;

    private final Path directory;

    Secrets(DataDirectory data) {
        this.directory = data.secrets();
    }

    Path file(String role) {
        return directory.resolve(role);
    }

    /** The role's password, made now if there is none. */
    String password(String role) {
        try {
            Path file = file(role);
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                write(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A password file for {@code psql} (PGPASSFILE), with all roles. */
    void writePgpass(int port, List<String> roles) throws IOException {
        String lines =
                roles.stream()
                        .map(r -> "%s:%d:*:%s:%s\n".formatted(Ports.HOST, port, r, password(r)))
                        .collect(Collectors.joining());
        write(directory.resolve("pgpass"), lines);
    }

    private void write(Path file, String content) throws IOException {
        Path fresh =
                Files.createTempFile(
                        directory,
                        "new",
                        null,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, content.getBytes(UTF_8));
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
