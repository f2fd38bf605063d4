package io.perfwatch.standalone;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * All processes of one host: the servers first, then what shows, then what stores; stopped in the
 * order of the data's way.
 */
final class Stack {

    private static final Duration READY = Duration.ofMinutes(5);

    /** Starting is work for the CPU: first the shortest way to a chart that moves. */
    private static final List<Set<Service>> ORDER =
            List.of(
                    Set.of(Service.SAMPLER, Service.GATEWAY),
                    Set.of(Service.PERSISTER),
                    Set.of(Service.PERF_COUNTER));

    private final Jvm jvm;
    private final DataDirectory data;
    private final Ports ports;
    private final Launcher launcher;
    private final Journal journal;
    private final Secrets secrets;
    private final Duration patience;
    private final @Nullable OuterListener listener;
    private final Map<Stage, List<Watched>> running = new EnumMap<>(Stage.class);
    private boolean stopped;

    /** In the order of stopping; what is in one stage stops together. */
    enum Stage {
        /** What samples and what shows: delivers what it has. */
        ENDS,
        /** Stores what was delivered. */
        STORE,
        /** What all of them need. */
        SERVERS
    }

    /**
     * @param listener for probes of other machines; null: loopback only
     */
    Stack(
            Jvm jvm,
            DataDirectory data,
            Ports ports,
            Journal journal,
            @Nullable OuterListener listener) {
        this.jvm = jvm;
        this.data = data;
        this.ports = ports;
        this.launcher = new Launcher(data);
        this.journal = journal;
        this.listener = listener;
        this.secrets = new Secrets(data);
        this.patience = Duration.ofSeconds(jvm.training() ? 300 : 15);
    }

    void start() throws IOException, InterruptedException, SQLException {
        if (listener != null) {
            listener.prepare(data, secrets);
            journal.line(listener.invitation(data, secrets));
        }
        Program broker = BrokerProgram.of(jvm, data, ports, secrets, listener);
        Watched kafka = watch(broker, Stage.SERVERS);
        var binaries = PostgresBinaries.unpack(jvm.home());
        PostgresProgram.initialise(binaries, data, secrets);
        Watched postgres = watch(PostgresProgram.of(binaries, data, ports), Stage.SERVERS);
        require(postgres);
        new Database(ports, secrets).prepare(jvm.home().rolesSql());
        require(kafka);
        List<Service> installed = jvm.home().services();
        if (jvm.training()) {
            startTogether(installed);
            return;
        }
        for (Set<Service> next : ORDER) {
            startTogether(installed.stream().filter(next::contains).toList());
        }
    }

    private void startTogether(List<Service> services) throws InterruptedException {
        List<Watched> started = new ArrayList<>();
        for (Service service : services) {
            started.add(watch(ServiceProgram.of(service, jvm, ports, secrets), stage(service)));
        }
        for (Watched service : started) {
            require(service);
        }
    }

    /** In training nothing has to be stored, and caches are written faster side by side. */
    private Stage stage(Service service) {
        return service == Service.PERSISTER && !jvm.training() ? Stage.STORE : Stage.ENDS;
    }

    /** Probes first, so that what they sampled is delivered; the servers last. */
    void stop() {
        synchronized (running) {
            stopped = true;
        }
        for (Stage stage : Stage.values()) {
            try (ExecutorService together = Executors.newCachedThreadPool()) {
                for (Watched watched : running.getOrDefault(stage, List.of())) {
                    together.execute(() -> watched.stop(patience));
                }
            }
        }
    }

    private Watched watch(Program program, Stage stage) {
        var watched = new Watched(program, launcher, journal);
        synchronized (running) {
            if (stopped) {
                throw new Refusal("stopped while starting");
            }
            running.computeIfAbsent(stage, s -> new ArrayList<>()).add(watched);
            watched.start();
        }
        return watched;
    }

    private void require(Watched watched) throws InterruptedException {
        if (!watched.awaitReady(READY)) {
            throw new Refusal(
                    "%s is not ready after %d s; see %s"
                            .formatted(
                                    watched.program().name(),
                                    READY.toSeconds(),
                                    Launcher.logFile(data, watched.program().name())));
        }
    }
}
