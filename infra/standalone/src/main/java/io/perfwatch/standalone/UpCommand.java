package io.perfwatch.standalone;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts Kafka, PostgreSQL and the four services; Ctrl-C stops them.",
        footer = {
            "",
            "Takes eight ports on 127.0.0.1: PORT dashboard, +1 Kafka, +2 PostgreSQL, +3 Kafka's",
            "controller, +4 to +7 management. Builds first what is not built.",
            "Exit code 0 also if it already runs with that port."
        })
final class UpCommand implements Callable<Integer> {

    @Mixin private final Place place = new Place();

    @Option(
            names = "--port",
            defaultValue = "8420",
            description = "The dashboard's port, the first of eight (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--detach", description = "Returns when all runs; ./perfwatch down stops it.")
    private boolean detach;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = {
                "Also lets probes of other machines in, as 0.0.0.0:9093: over TLS, with a password,",
                "to write samples only. Off by default."
            })
    private @Nullable String listen;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        var ports = new Ports(port);
        Home home = Home.current();
        DataDirectory data = place.data();
        data.prepare();
        OuterListener listener = listen == null ? null : OuterListener.parse(listen);
        if (detach && RunState.find(data).isEmpty()) {
            return new Detached(home, data, ports, listener).start();
        }
        FileLock lock = RunState.lock(data);
        return lock == null ? alreadyRuns(data, ports) : run(home, data, ports, listener);
    }

    private static int alreadyRuns(DataDirectory data, Ports asked) {
        RunState state =
                RunState.find(data)
                        .orElseThrow(() -> new Refusal("another up is just starting here"));
        String line =
                "already runs (pid %d): %s"
                        .formatted(state.supervisor().pid(), state.ports().dashboardUrl());
        if (!state.ports().equals(asked)) {
            throw new Refusal(line + "; to change its port: ./perfwatch down");
        }
        System.out.println("PerfWatch " + line);
        return 0;
    }

    private static int run(
            Home home, DataDirectory data, Ports ports, @Nullable OuterListener listener)
            throws IOException, InterruptedException, SQLException {
        int left = Leftovers.end(data);
        ports.checkFree();
        home.checkBuilt();
        new Preparation(home, System.out).ensure();
        var self = ProcessIdentity.of(ProcessHandle.current());
        new RunState(self, ports.base(), false).write(data);
        var journal = new Journal(data.logs(), System.out);
        journal.line("PerfWatch starts, data in " + data.path());
        if (left > 0) {
            journal.line("ended " + left + " processes that an earlier start had left");
        }
        var stack = new Stack(new Jvm(home, false), data, ports, journal, listener);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            journal.line("stopping");
                            stack.stop();
                            journal.line("stopped");
                        }));
        stack.start();
        // In this order: whoever started it detached shows what was said until it runs.
        journal.line("Dashboard: " + ports.dashboardUrl());
        new RunState(self, ports.base(), true).write(data);
        new CountDownLatch(1).await();
        return 0;
    }
}
