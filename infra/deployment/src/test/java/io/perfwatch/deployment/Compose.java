package io.perfwatch.deployment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The compose file as a user runs it, as a project of its own, with images from the jars just
 * built.
 */
final class Compose implements AutoCloseable {
    private static final String PROJECT = "perfwatch-test";
    private static final String SCRAPE =
            """
            exec 3<>/dev/tcp/127.0.0.1/9000
            printf 'GET /actuator/prometheus HTTP/1.0\\r\\nHost: 127.0.0.1\\r\\n\\r\\n' >&3
            cat <&3
            """;
    private static final Pattern PASSWORD = Pattern.compile("with the password (\\w+)");

    final int dashboard = FreePort.next();
    final int kafka = FreePort.next();
    private final Map<String, String> environment = new HashMap<>();
    private String password = "";

    Compose(Path directory) {
        environment.put("COMPOSE_PROJECT_NAME", PROJECT);
        environment.put("COMPOSE_FILE", "docker-compose.yml:infra/docker/jars-built.yml");
        environment.put("COMPOSE_PROGRESS", "plain");
        environment.put("COMPOSE_ENV_FILES", directory.resolve(".env").toString());
        environment.put("PERFWATCH_ENV_FILE", directory.resolve(".env").toString());
        environment.put("PERFWATCH_PORT", Integer.toString(dashboard));
        environment.put("PERFWATCH_KAFKA_PORT", Integer.toString(kafka));
    }

    /** Secrets, as ./perfwatch compose-init makes them, and images. */
    Compose initialise() {
        String perfwatch = Kustomize.REPOSITORY.resolve("perfwatch").toString();
        var found = PASSWORD.matcher(run(perfwatch, "compose-init"));
        if (!found.find()) {
            throw new AssertionError("compose-init told no password");
        }
        password = Objects.requireNonNull(found.group(1));
        run("docker", "compose", "build", "sampler", "perf-counter", "persister", "gateway");
        return this;
    }

    /** Returns when all are healthy. */
    void up() {
        run("docker", "compose", "up", "--detach", "--no-build", "--wait", "--wait-timeout", "300");
    }

    /** The data stays. */
    void down() {
        run("docker", "compose", "down");
    }

    String inspect(String service, String format) {
        String id = run("docker", "compose", "ps", "--quiet", service).strip();
        return run("docker", "inspect", "--format", format, id).strip();
    }

    String psql(String sql) {
        return run(
                        "docker",
                        "compose",
                        "exec",
                        "-T",
                        "postgresql",
                        "psql",
                        "-U",
                        "postgres",
                        "-d",
                        "perfwatch",
                        "-Atc",
                        sql)
                .strip();
    }

    String logs(String service) {
        return run("docker", "compose", "logs", "--no-color", "--no-log-prefix", service);
    }

    /** What Prometheus would get; in the container, whose management port nobody else reaches. */
    String metrics(String service) {
        return run("docker", "compose", "exec", "-T", service, "bash", "-c", SCRAPE);
    }

    /** What belongs to the project: containers, volumes, networks. */
    List<String> leftovers() {
        return Stream.of("container ls --all", "volume ls", "network ls")
                .map(list -> "docker " + list + " --filter name=" + PROJECT)
                .map(list -> run(list.split(" ", -1)))
                .flatMap(table -> table.lines().skip(1))
                .toList();
    }

    /** What the browser test says; it fails if that does. */
    String browse() {
        environment.put("PERFWATCH_URL", "http://127.0.0.1:" + dashboard);
        environment.put("PERFWATCH_USER", "admin");
        environment.put("PERFWATCH_PASSWORD", password);
        return run("node", "frontend/e2e/signed-in.mjs");
    }

    @Override
    public void close() {
        run("docker", "compose", "down", "--volumes", "--remove-orphans");
    }

    private String run(String... command) {
        return new Program(Kustomize.REPOSITORY, environment).run(command);
    }
}
