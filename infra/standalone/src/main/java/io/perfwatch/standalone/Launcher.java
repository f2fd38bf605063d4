package io.perfwatch.standalone;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that do not outlive the supervisor, however it ends.
 *
 * <p>Linux kills them with it ({@code prctl(2)}, PR_SET_PDEATHSIG). "It" is the thread that forked,
 * so one thread that lives as long as the JVM starts them all. A supervisor that died before the
 * call is noticed by its changed parent. They are in sessions of their own, so that Ctrl-C reaches
 * only the supervisor, which stops them in order.
 */
final class Launcher {

    private static final String STILL_CHILD = "[ \"$PPID\" = \"$0\" ] && exec \"$@\"";

    private final ExecutorService forker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("forker").factory());
    private final DataDirectory data;

    Launcher(DataDirectory data) {
        this.data = data;
    }

    /** Starts it, notes its identity in {@code run/NAME.pid} and sends its output to its log. */
    Process launch(Program program) throws IOException {
        var builder = new ProcessBuilder(tied(program));
        builder.environment().putAll(program.environment());
        builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
        Process process = fork(builder);
        try {
            ProcessIdentity.of(process.toHandle()).write(pidFile(data, program.name()));
            var log = new RotatingLog(logFile(data, program.name()), Journal.LOG_LIMIT_BYTES);
            Thread.ofPlatform()
                    .daemon()
                    .name("log-" + program.name())
                    .start(() -> copy(process.getInputStream(), log));
            return process;
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    static Path pidFile(DataDirectory data, String program) {
        return data.run().resolve(program + ".pid");
    }

    static Path logFile(DataDirectory data, String program) {
        return data.logs().resolve(program + ".log");
    }

    private Process fork(ProcessBuilder builder) throws IOException {
        try {
            return CompletableFuture.supplyAsync(() -> start(builder), forker).join();
        } catch (CompletionException e) {
            throw new IOException("cannot start " + builder.command(), e.getCause());
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static List<String> tied(Program program) {
        var command = new ArrayList<String>();
        if (Tool.SETSID.isPresent()) {
            command.add("setsid");
        }
        if (Tool.SETPRIV.isPresent()) {
            command.addAll(List.of("setpriv", "--pdeathsig", deathSignal(program), "--"));
            command.addAll(List.of("sh", "-c", STILL_CHILD));
            command.add(Long.toString(ProcessHandle.current().pid()));
        }
        command.addAll(program.command());
        return command;
    }

    /**
     * A program with a fast orderly end gets that; the others would take the time to wait for each
     * other.
     */
    private static String deathSignal(Program program) {
        return program.stopSignal().equals("INT") ? "INT" : "KILL";
    }

    private static void copy(InputStream from, RotatingLog to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                write(to, buffer, n);
            }
        } catch (IOException e) {
            System.err.println("log ended: " + e);
        }
    }

    /** What a full disk does not take is lost; the program goes on. */
    private static void write(RotatingLog to, byte[] bytes, int length) {
        try {
            to.write(bytes, length);
        } catch (IOException e) {
            System.err.println("log lost: " + e);
        }
    }
}
