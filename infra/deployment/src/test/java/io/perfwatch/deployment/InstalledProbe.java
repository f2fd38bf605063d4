package io.perfwatch.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A probe's tarball, unpacked and installed under a directory that plays the root of a machine. */
final class InstalledProbe {
    private final String name;
    private final Path root;

    private InstalledProbe(String name, Path root) {
        this.name = name;
        this.root = root;
    }

    static InstalledProbe of(String name, Path directory, String... options) throws IOException {
        var program = new Program(directory, Map.of("JAVA_HOME", System.getProperty("java.home")));
        String script = Kustomize.REPOSITORY.resolve("infra/probe/probe").toString();
        program.run(script, "package", directory.toString());
        program.run("tar", "-xzf", "perfwatch-%s-0.1.0.tar.gz".formatted(name));
        Path root = Files.createDirectories(directory.resolve("root"));
        var command = new ArrayList<String>();
        command.add(directory.resolve("perfwatch-%s-0.1.0/probe".formatted(name)).toString());
        command.addAll(List.of("install", "--root", root.toString()));
        command.addAll(List.of(options));
        program.run(command.toArray(String[]::new));
        return new InstalledProbe(name, root);
    }

    Path unit() {
        return root.resolve("etc/systemd/system/perfwatch-%s.service".formatted(name));
    }

    Path environmentFile() {
        return root.resolve("etc/perfwatch/%s.env".formatted(name));
    }

    /** As systemd would: the unit's command, in its directory, with its environment. */
    RunningService start(Path log) throws IOException {
        String command =
                Files.readAllLines(unit()).stream()
                        .filter(line -> line.startsWith("ExecStart="))
                        .map(line -> line.substring("ExecStart=".length()))
                        .findFirst()
                        .orElseThrow();
        Path directory = root.resolve("opt/perfwatch").resolve(name);
        return new RunningService(log, directory, List.of(command.split(" ", -1)), environment());
    }

    private Map<String, String> environment() throws IOException {
        var environment = new HashMap<String, String>();
        for (String line : Files.readAllLines(environmentFile(), UTF_8)) {
            String[] set = line.split("=", 2);
            String value =
                    set[1].startsWith("'") ? set[1].substring(1, set[1].length() - 1) : set[1];
            environment.put(set[0], value.replace("/etc/perfwatch", root + "/etc/perfwatch"));
        }
        environment.put("MANAGEMENT_SERVER_PORT", "0");
        return environment;
    }
}
