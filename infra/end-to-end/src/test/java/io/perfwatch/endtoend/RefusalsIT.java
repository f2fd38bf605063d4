package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done is said in one line that tells what to do, and the exit code is not 0. */
class RefusalsIT {

    private final Script script = Script.ofRepository();

    @TempDir private Path directory;

    @Test
    void up_withoutJdk25() throws IOException {
        Script needy = altered("java_needed=25", "java_needed=99");
        assertRefusal(needy.run("up"), "no JDK 99 or newer found", "install one");
    }

    @Test
    void up_withAnOldNode() throws IOException {
        Script needy = altered("node_needed=20.19", "node_needed=99.0");
        assertRefusal(needy.run("up"), "Node.js v", "is too old", "needs 99.0 or newer");
    }

    @Test
    void up_withoutNode() throws IOException {
        Script needy = altered("command -v npm", "command -v no-such-npm");
        assertRefusal(needy.run("up"), "no Node.js", "needs 20.19 or newer");
    }

    @Test
    void up_withATakenPort() throws IOException {
        int base = FreePorts.base();
        try (var taken = new ServerSocket(base + 2, 1, InetAddress.getLoopbackAddress())) {
            assertRefusal(
                    up(directory, base),
                    "port " + taken.getLocalPort() + " is taken by java",
                    "(pid " + ProcessHandle.current().pid() + ")",
                    "--port N");
        }
    }

    @Test
    void up_withADataDirectoryThatCannotBe() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertRefusal(up(file.resolve("data"), FreePorts.base()), "cannot write", "--data-dir DIR");
    }

    @Test
    void up_withOlderData() throws IOException {
        Files.writeString(directory.resolve("format"), "0\n");
        assertRefusal(up(directory, FreePorts.base()), "holds data of format 0", "move it away");
    }

    @Test
    void unknownCommand_isWrongUsage() {
        assertThat(script.run("fly").exit()).isEqualTo(2);
        assertThat(script.run("test", "--fast").exit()).isEqualTo(2);
    }

    @Test
    void status_ofNothingThatRuns() {
        Script.Result result = script.run("status", "--data-dir", directory.toString());
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.output()).startsWith("PerfWatch is not running");
    }

    private Script.Result up(Path data, int base) {
        return script.run("up", "--data-dir", data.toString(), "--port", Integer.toString(base));
    }

    /** A repository with nothing built and a script that needs something else. */
    private Script altered(String from, String to) throws IOException {
        Path root = Files.createDirectory(directory.resolve("repository"));
        Files.createDirectory(root.resolve("frontend"));
        String text = Files.readString(Script.REPOSITORY.resolve("perfwatch"));
        assertThat(text).contains(from);
        Path copy = Files.writeString(root.resolve("perfwatch"), text.replace(from, to));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
        return new Script(root, Map.of());
    }

    private static void assertRefusal(Script.Result result, String... parts) {
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).startsWith("perfwatch: ").contains(parts).hasLineCount(1);
    }
}
