package io.perfwatch.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL in the foreground, on loopback, with the settings of a single host. */
final class PostgresProgram {

    static final String NAME = "postgresql";

    /** Who made the database: owns the roles, used by nothing but the start. */
    static final String SUPERUSER = "postgres";

    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=" + Ports.HOST,
                    "unix_socket_directories=",
                    "max_connections=40",
                    // Memory: one host's packs are small.
                    "shared_buffers=48MB",
                    "huge_pages=off",
                    "work_mem=8MB",
                    "maintenance_work_mem=32MB",
                    "io_method=sync",
                    "max_parallel_workers_per_gather=0",
                    "max_parallel_workers=0",
                    "max_worker_processes=2",
                    "autovacuum_max_workers=2",
                    "jit=off",
                    // No replicas: less to write, and a bounded log.
                    "wal_level=minimal",
                    "max_wal_senders=0",
                    "wal_compression=on",
                    "min_wal_size=32MB",
                    "max_wal_size=256MB",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_line_prefix=%m [%p] %q%u@%d ");

    private PostgresProgram() {}

    static Program of(Path binaries, DataDirectory data, Ports ports) {
        List<String> command = command(binaries, "postgres");
        command.addAll(List.of("-D", data.postgres().toString()));
        command.addAll(List.of("-p", Integer.toString(ports.postgres())));
        for (String setting : SETTINGS) {
            command.addAll(List.of("-c", setting));
        }
        return new Program(
                NAME,
                ports.postgres(),
                command,
                Map.of(),
                () -> Probes.postgres(ports.postgres()),
                "INT");
    }

    /** Makes the database cluster on the first start: complete under its name, or not there. */
    static void initialise(Path binaries, DataDirectory data, Secrets secrets)
            throws IOException, InterruptedException {
        if (Files.isDirectory(data.postgres())) {
            return;
        }
        secrets.password(SUPERUSER);
        Path fresh = data.path().resolve("postgres.new");
        Trees.delete(fresh);
        List<String> command = command(binaries, "initdb");
        command.addAll(List.of("-D", fresh.toString(), "-U", SUPERUSER, "-A", "scram-sha-256"));
        command.add("--pwfile=" + secrets.file(SUPERUSER));
        command.addAll(List.of("-E", "UTF8", "--locale-provider=builtin"));
        command.addAll(List.of("--builtin-locale=C.UTF-8", "--locale=C"));
        File log = Launcher.logFile(data, "initdb").toFile();
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new Refusal("PostgreSQL's initdb failed; see " + log);
        }
        Files.move(fresh, data.postgres(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace without a mapping root is nobody, and
     * the files still are its own.
     */
    private static List<String> command(Path binaries, String program) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root") && Tool.UNSHARE.isPresent()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        return command;
    }
}
