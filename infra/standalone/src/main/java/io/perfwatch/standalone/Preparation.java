package io.perfwatch.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is made once a build, so that each start is fast: unpacked jars and programs, start-up
 * caches.
 */
final class Preparation {

    private final Home home;
    private final PrintStream out;

    Preparation(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /** Does it, if what is there belongs to another build; a second caller waits for the first. */
    void ensure() throws IOException, InterruptedException {
        if (isDone()) {
            return;
        }
        Files.createDirectories(home.cache());
        try (var channel =
                        FileChannel.open(
                                home.cache().resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !isDone()) {
                prepare();
                Files.writeString(stamp(), home.fingerprint());
            }
        }
    }

    private void prepare() throws IOException, InterruptedException {
        out.println("Preparing fast starts (once after a build, about a minute)");
        out.flush();
        Files.deleteIfExists(stamp());
        for (Service service : home.services()) {
            Files.deleteIfExists(new Jvm(home, false).cache(service.title()));
            unpack(service);
        }
        PostgresBinaries.unpack(home);
        train();
    }

    private void unpack(Service service) throws IOException, InterruptedException {
        Path target = ServiceProgram.unpacked(service, home);
        Trees.delete(target);
        List<String> command =
                List.of(
                        Home.java(),
                        "-Djarmode=tools",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        service.jar(home.root()).toString(),
                        "extract",
                        "--destination",
                        target.toString());
        if (run(command) != 0) {
            throw new Refusal("cannot unpack " + service.jar(home.root()));
        }
    }

    /** In a process of its own, for that also records the supervisor's start. */
    void train() throws IOException, InterruptedException {
        Path cache = new Jvm(home, false).cache("supervisor");
        Files.deleteIfExists(cache);
        List<String> command =
                List.of(
                        Home.java(),
                        "-XX:AOTCacheOutput=" + cache,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dperfwatch.home=" + home.root(),
                        "-cp",
                        home.standaloneJar().toString(),
                        Main.class.getName(),
                        "train");
        if (run(command) != 0) {
            deleteCaches();
            out.println("  no start-up caches could be made: starts take longer; see " + log());
        }
    }

    /** Of half a training: JVMs crash on what one wrote that was ended before it had started. */
    private void deleteCaches() throws IOException {
        try (Stream<Path> files = Files.list(home.cache())) {
            for (Path file : files.filter(Preparation::isCache).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isCache(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".aot") || name.endsWith(".aot.config");
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start()
                .waitFor();
    }

    private boolean isDone() throws IOException {
        return Files.exists(stamp()) && Files.readString(stamp()).equals(home.fingerprint());
    }

    private Path stamp() {
        return home.cache().resolve("stamp");
    }

    private Path log() {
        return home.cache().resolve("prepare.log");
    }
}
