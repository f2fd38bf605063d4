package io.perfwatch.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Renders an overlay as {@code kubectl apply -k} does, with secrets made by k8s-init. */
final class Kustomize {
    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    /** What makes the hash of a password is a container; here it is played. */
    private static final String DOCKER =
            """
            #!/bin/sh
            read -r password
            echo "{bcrypt}\\$2a\\$12\\$$(echo "$password" | cksum | tr -d ' ')"
            """;

    private final Path copy;

    /**
     * @param directory where a copy of the manifests and their secrets go
     */
    Kustomize(Path directory) throws IOException {
        this.copy = directory;
        for (String part : List.of("k8s", "infra/postgres")) {
            copy(REPOSITORY.resolve(part), directory.resolve(part));
        }
        Path docker = Files.createDirectories(directory.resolve("programs")).resolve("docker");
        Files.writeString(docker, DOCKER);
        if (!docker.toFile().setExecutable(true)) {
            throw new IOException(docker + " cannot be made executable");
        }
    }

    List<Manifest> render(String overlay) {
        init(overlay);
        return Manifest.all(program().run("kubectl", "kustomize", "k8s/overlays/" + overlay));
    }

    void init(String overlay) {
        program().run(copy.resolve("k8s/k8s-init").toString(), overlay);
    }

    Path secrets(String overlay) {
        return copy.resolve("k8s/overlays/" + overlay + "/secrets");
    }

    private Program program() {
        String path = copy.resolve("programs") + ":" + System.getenv("PATH");
        return new Program(copy, Map.of("PATH", path));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> !f.toString().contains("/secrets")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
