package io.perfwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A supervisor of its own session, that goes on when the terminal is gone. */
final class Detached {

    private final Home home;
    private final DataDirectory data;
    private final Ports ports;

    private final @Nullable OuterListener listener;

    Detached(Home home, DataDirectory data, Ports ports, @Nullable OuterListener listener) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.listener = listener;
    }

    /**
     * Returns when all runs, showing meanwhile what it says.
     *
     * @return 0, or the exit code that it ended with
     */
    int start() throws IOException, InterruptedException {
        Path said = data.logs().resolve("perfwatch.out");
        Process supervisor =
                new ProcessBuilder(command())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try (var follow = new RandomAccessFile(said.toFile(), "r")) {
            boolean ended = false;
            while (!ended && !isReady(supervisor)) {
                ended = supervisor.waitFor(100, TimeUnit.MILLISECONDS);
                show(follow);
            }
            show(follow);
            return ended ? supervisor.exitValue() : 0;
        }
    }

    private boolean isReady(Process supervisor) {
        return RunState.find(data)
                .filter(state -> state.supervisor().pid() == supervisor.pid())
                .filter(RunState::ready)
                .isPresent();
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Tool.SETSID.isPresent() ? "setsid" : "nohup");
        command.add(Home.java());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", home.standaloneJar().toString(), Main.class.getName()));
        command.addAll(List.of("up", "--port", Integer.toString(ports.base())));
        command.addAll(List.of("--data-dir", data.path().toString()));
        if (listener != null) {
            command.addAll(List.of("--listen", listener.toString()));
        }
        return command;
    }

    private static void show(RandomAccessFile from) throws IOException {
        byte[] fresh = new byte[(int) (from.length() - from.getFilePointer())];
        from.readFully(fresh);
        System.out.print(new String(fresh, UTF_8));
        System.out.flush();
    }
}
