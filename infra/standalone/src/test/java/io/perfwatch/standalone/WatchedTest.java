package io.perfwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTest {

    @TempDir private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void killed_isStartedAgainAndSaid() throws InterruptedException {
        DataDirectory data = data();
        Watched watched = started(data, "echo hello; exec sleep 60");
        ProcessHandle first = running(data);
        first.destroyForcibly();
        await().until(() -> !running(data).equals(first));
        assertThat(said.toString(UTF_8)).contains("program died of signal 9; starting it again");
        assertThat(Launcher.logFile(data, "program")).content().startsWith("hello\n");
        watched.stop(Duration.ofSeconds(5));
        assertThat(Leftovers.find(data)).isEmpty();
    }

    @Test
    void stop_killsWhatDoesNotListen() throws InterruptedException {
        Watched watched = started(data(), "trap '' TERM; while true; do sleep 60; done");
        watched.stop(Duration.ofMillis(200));
        assertThat(said.toString(UTF_8)).contains("did not stop by itself");
    }

    private static ProcessHandle running(DataDirectory data) {
        return await().until(() -> Leftovers.find(data), found -> !found.isEmpty()).getFirst();
    }

    private DataDirectory data() {
        var data = new DataDirectory(directory);
        data.prepare();
        return data;
    }

    private Watched started(DataDirectory data, String script) throws InterruptedException {
        var program =
                new Program(
                        "program", 0, List.of("sh", "-c", script), Map.of(), () -> true, "TERM");
        var journal = new Journal(data.logs(), new PrintStream(said, true, UTF_8));
        var watched = new Watched(program, new Launcher(data), journal);
        watched.start();
        assertThat(watched.awaitReady(Duration.ofSeconds(10))).isTrue();
        return watched;
    }
}
