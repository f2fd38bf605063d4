package io.perfwatch.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./perfwatch} as typed.
 *
 * @param root the repository, or what plays its part
 * @param environment changed for it; the script is told not to build, for the build runs
 */
record Script(Path root, Map<String, String> environment) {

    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    /**
     * @param exit its exit code
     * @param output all that it said
     */
    record Result(int exit, String output) {}

    static Script ofRepository() {
        return ofRepository(Map.of());
    }

    static Script ofRepository(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("PERFWATCH_NO_BUILD", "1");
        return new Script(REPOSITORY, environment);
    }

    Result run(String... arguments) {
        return run(List.of(arguments));
    }

    Result run(List<String> arguments) {
        try {
            Process process = start(arguments);
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException("cannot run ./perfwatch", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Process start(List<String> arguments) throws IOException {
        return builder(arguments).start();
    }

    ProcessBuilder builder(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(root.resolve("perfwatch").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }
}
