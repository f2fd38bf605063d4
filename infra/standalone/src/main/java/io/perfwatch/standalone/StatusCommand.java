package io.perfwatch.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Each process: its number, port, health and memory.",
        footer = {
            "",
            "Memory is the proportional share (PSS). Exit code 0: all healthy, 1: something is not, 3: not running."
        })
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-13s %8s %6s  %-13s %8s%n";

    @Mixin private final Place place = new Place();

    /** One line of the table. */
    record Row(String name, int port, BooleanSupplier health) {}

    @Override
    public Integer call() {
        DataDirectory data = place.data();
        Optional<RunState> state = RunState.find(data);
        if (state.isEmpty()) {
            System.out.println("PerfWatch is not running (data in " + data.path() + ")");
            return 3;
        }
        System.out.printf(
                "PerfWatch %s: %s, data in %s%n",
                state.get().ready() ? "runs" : "is starting",
                state.get().ports().dashboardUrl(),
                data.path());
        System.out.printf(ROW, "process", "pid", "port", "health", "memory");
        return print(data, state.get()) ? 0 : 1;
    }

    private static boolean print(DataDirectory data, RunState state) {
        boolean healthy = true;
        Optional<ProcessHandle> supervisor = state.supervisor().find();
        long total = supervisor.map(Memory::proportionalBytes).orElse(0L);
        print("supervisor", supervisor, 0, "up", total);
        for (Row row : rows(state.ports())) {
            Optional<ProcessHandle> process =
                    ProcessIdentity.read(Launcher.pidFile(data, row.name()))
                            .flatMap(ProcessIdentity::find);
            boolean answers = process.isPresent() && row.health().getAsBoolean();
            String health = process.isEmpty() ? "down" : answers ? "up" : "not answering";
            long bytes = process.map(StatusCommand::memory).orElse(0L);
            print(row.name(), process, row.port(), health, bytes);
            total += bytes;
            healthy &= answers;
        }
        System.out.printf(ROW, "", "", "", "", (total >> 20) + " MiB");
        return healthy;
    }

    private static void print(
            String name, Optional<ProcessHandle> process, int port, String health, long bytes) {
        System.out.printf(
                ROW,
                name,
                process.map(p -> Long.toString(p.pid())).orElse("-"),
                port == 0 ? "-" : port,
                health,
                (bytes >> 20) + " MiB");
    }

    /** With its children: PostgreSQL has a process a connection. */
    private static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::proportionalBytes)
                .sum();
    }

    private static List<Row> rows(Ports ports) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(BrokerProgram.NAME, ports.kafka(), () -> Probes.kafka(ports.kafka())));
        rows.add(
                new Row(
                        PostgresProgram.NAME,
                        ports.postgres(),
                        () -> Probes.postgres(ports.postgres())));
        for (Service service : Home.current().services()) {
            int management = ports.management(service);
            rows.add(
                    new Row(
                            service.title(),
                            service == Service.GATEWAY ? ports.dashboard() : management,
                            () -> Probes.http(management, "/actuator/health/readiness")));
        }
        return rows;
    }
}
