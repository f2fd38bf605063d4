package io.perfwatch.sampling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.HostEvent.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What runs on the host and which incarnation of it this is, as far as files tell. */
public final class HostSoftware implements HostSource {
    private static final Pattern BOOT_TIME = Pattern.compile("(?m)^btime (\\d{1,12})$");

    private final HostRoot root;

    public HostSoftware(HostRoot root) {
        this.root = root;
    }

    /** Of {@code /etc/machine-id}: the id itself is confidential, says machine-id(5). */
    @Override
    public @Nullable String machineIdHash() {
        String id = read(root.file("/etc/machine-id"));
        return id == null || id.isEmpty() ? null : hash(id);
    }

    /** Another one each time that the kernel starts. */
    @Override
    public @Nullable String bootId() {
        return read(root.proc("sys/kernel/random/boot_id"));
    }

    @Override
    public OperatingSystem operatingSystem() {
        String kernel = read(root.proc("sys/kernel/osrelease"));
        return new OperatingSystem(
                name(),
                kernel == null ? System.getProperty("os.version") : kernel,
                architecture(System.getProperty("os.arch")),
                new Virtualization(root).detect(),
                bootTime());
    }

    /** One name on all systems: {@code amd64}, {@code arm64}, else as Java calls it. */
    public static String architecture(String ofJava) {
        return switch (ofJava) {
            case "aarch64" -> "arm64";
            case "x86_64" -> "amd64";
            default -> ofJava;
        };
    }

    /** {@code PRETTY_NAME} of os-release(5). */
    private String name() {
        for (String file : new String[] {"/etc/os-release", "/usr/lib/os-release"}) {
            String text = read(root.file(file));
            if (text != null) {
                for (String line : text.lines().toList()) {
                    if (line.startsWith("PRETTY_NAME=")) {
                        return line.substring("PRETTY_NAME=".length()).replace("\"", "");
                    }
                }
            }
        }
        return System.getProperty("os.name");
    }

    /** {@code btime} of {@code /proc/stat}; absent if that is no number. */
    private @Nullable Instant bootTime() {
        String stat = read(root.proc("stat"));
        Matcher line = BOOT_TIME.matcher(stat == null ? "" : stat);
        return line.find() ? Instant.ofEpochSecond(Long.parseLong(line.group(1))) : null;
    }

    static @Nullable String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8).strip();
        } catch (IOException e) {
            return null;
        }
    }

    /** Of what names a machine. */
    public static String hash(String machineId) {
        String text = "perfwatch:" + machineId;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
