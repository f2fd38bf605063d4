package io.perfwatch.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PerfWatch that has users, in a real Chromium. */
@Tag("full")
class UsersIT {
    private static final String NAME = "anna";
    private static final String PASSWORD = "a long walk by the sea";

    @TempDir private Path directory;

    @Test
    void users_signInAreToldWhenTheirSessionEndsAndMakeTokens()
            throws IOException, InterruptedException {
        Path users = directory.resolve("users");
        Files.writeString(users, NAME + " operator " + hashOf(PASSWORD) + "\n");
        Map<String, String> environment =
                Map.of("PERFWATCH_GATEWAY_ACCESS_USERS_FILE", users.toString());
        try (var perfwatch = new PerfWatch(directory.resolve("data"), environment).up()) {
            Browser.run(
                    perfwatch,
                    "e2e:users",
                    Map.of("PERFWATCH_USER", NAME, "PERFWATCH_PASSWORD", PASSWORD));
        }
    }

    /** As {@code ./perfwatch hash-password} prints it. */
    private String hashOf(String password) throws IOException, InterruptedException {
        Process process = Script.ofRepository().start(List.of("hash-password"));
        try (var in = process.outputWriter()) {
            in.write(password + "\n");
        }
        String hash =
                process.inputReader()
                        .lines()
                        .filter(line -> line.contains("{bcrypt}"))
                        .findFirst()
                        .orElseThrow();
        process.waitFor();
        return hash.substring(hash.indexOf("{bcrypt}"));
    }
}
