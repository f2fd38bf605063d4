package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The built repository that this runs from.
 *
 * @param root the repository's root
 */
record Home(Path root) {

    static Home current() {
        return new Home(
                Path.of(System.getProperty("perfwatch.home", ".")).toAbsolutePath().normalize());
    }

    /** The broker and the supervisor itself, with the libraries beside it. */
    Path standaloneJar() {
        return root.resolve("infra/standalone/target/standalone.jar");
    }

    /** What is made once a build and can be made again: unpacked PostgreSQL, start-up caches. */
    Path cache() {
        return root.resolve("infra/standalone/target/cache");
    }

    Path rolesSql() {
        return root.resolve("infra/postgres/roles.sql");
    }

    /** The java command that runs this very process. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The services that this repository has. */
    List<Service> services() {
        return Arrays.stream(Service.values()).filter(s -> Files.exists(s.pom(root))).toList();
    }

    /** Names this build and the JVM that it runs on: start-up caches are good for no other. */
    String fingerprint() throws IOException {
        var text = new StringBuilder(Runtime.version() + "\n");
        var jars = new ArrayList<>(List.of(standaloneJar()));
        services().forEach(service -> jars.add(service.jar(root)));
        for (Path jar : jars) {
            text.append(jar).append(' ').append(Files.size(jar)).append(' ');
            text.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
        }
        return text.toString();
    }

    void checkBuilt() {
        List<Path> missing =
                services().stream()
                        .map(s -> s.jar(root))
                        .filter(jar -> !Files.exists(jar))
                        .map(root::relativize)
                        .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("not built: " + missing + "; run ./mvnw -DskipTests package");
        }
    }
}
