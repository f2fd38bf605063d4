package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PerfWatch of its own, with ports and a data directory that nothing else uses. */
final class PerfWatch implements AutoCloseable {

    private final Script script;
    private final Path data;
    private final int port;

    PerfWatch(Path data) {
        this(data, Map.of());
    }

    /**
     * @param environment of everything that it starts
     */
    PerfWatch(Path data, Map<String, String> environment) {
        this.script = Script.ofRepository(environment);
        this.data = data;
        this.port = FreePorts.base();
    }

    /** Returns when the dashboard can be opened. */
    PerfWatch up(String... options) {
        Script.Result result = runUp(options);
        assertThat(result.exit()).as(result.output() + logs()).isZero();
        return this;
    }

    Script.Result runUp(String... options) {
        var all = new ArrayList<>(List.of("--detach", "--port", Integer.toString(port)));
        all.addAll(List.of(options));
        return run("up", all.toArray(String[]::new));
    }

    Script.Result run(String command, String... more) {
        List<String> arguments =
                Stream.concat(Stream.of(command, "--data-dir", data.toString()), Stream.of(more))
                        .toList();
        return script.run(arguments);
    }

    /** Stops it; the data stays. */
    @Override
    public void close() {
        assertThat(run("down").exit()).isZero();
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    URI dashboard() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String kafka() {
        return "127.0.0.1:" + (port + 1);
    }

    /** As a user of SQL would: the reading role, with the password that the start made. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/perfwatch".formatted(port + 2),
                "perfwatch_gateway",
                read("secrets/perfwatch_gateway"));
    }

    /** A process by its name in the status; also {@code supervisor}. */
    ProcessHandle process(String name) {
        String pid =
                name.equals("supervisor")
                        ? read("run/supervisor").lines().toList().getFirst().replace("pid=", "")
                        : read("run/" + name + ".pid").split(" ", 2)[0];
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** The supervisor, its programs and theirs. */
    List<ProcessHandle> processes() {
        ProcessHandle supervisor = process("supervisor");
        return Stream.concat(Stream.of(supervisor), supervisor.descendants()).toList();
    }

    void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor();
        assertThat(exit).isZero();
    }

    /** Kills it with {@code kill -9} and waits until another one does its work. */
    void killAndAwaitHealed(String name) throws IOException, InterruptedException {
        ProcessHandle killed = process(name);
        signal(killed, "KILL");
        Waiting.patiently().ignoreExceptions().until(() -> process(name).pid() != killed.pid());
        Waiting.patiently().until(() -> row(name).contains(" up "));
    }

    /** The line of the status about a process. */
    String row(String name) {
        return run("status")
                .output()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElse("");
    }

    String read(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String logs() {
        return run("logs").output();
    }
}
