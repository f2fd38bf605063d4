package io.perfwatch.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.perfwatch.gateway.Probe;
import io.perfwatch.gateway.RunningGateway;
import io.perfwatch.gateway.SharedStack;
import io.perfwatch.gateway.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happens to gateways, a client that resumes has every event once. */
@Timeout(120)
@ExtendWith(SharedStack.class)
final class LiveResumeIT {
    private static final int HOSTS = 8;
    private static final int EVENTS = 200;

    private final Stack stack;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Probe> probes = new ArrayList<>();
    private final List<String> hosts = new ArrayList<>();
    private volatile RunningGateway gateway;

    LiveResumeIT(Stack stack) {
        this.stack = stack;
        gateway = stack.open();
        String name = UUID.randomUUID().toString();
        for (int i = 0; i < HOSTS; i++) {
            hosts.add(name + "-" + i);
            probes.add(new Probe(stack.broker(), hosts.get(i)));
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        probes.forEach(Probe::close);
    }

    @Test
    void fromReplicaToReplica_noHoleAndNoDouble() throws Exception {
        ResumingClient client = new ResumingClient(quoted(hosts.getFirst()));
        RunningGateway other = stack.openReplica();
        Future<?> sending = threads.submit(() -> sendAll(probes.subList(0, 1)));
        for (int hop = 1; client.count() < EVENTS; hop++) {
            client.follow(
                    hop % 2 == 0 ? gateway.port() : other.port(),
                    Math.min(EVENTS, hop * EVENTS / 10));
        }
        sending.get();
        assertComplete(client, hosts.subList(0, 1));
    }

    @Test
    void restartUnderLoad_losesNothing() throws Exception {
        gateway = stack.start();
        List<ResumingClient> clients =
                hosts.stream().map(host -> new ResumingClient(quoted(host))).toList();
        ResumingClient ofAll =
                new ResumingClient(
                        "["
                                + String.join(",", hosts.stream().map(h -> '"' + h + '"').toList())
                                + "]");
        List<Future<?>> following = new ArrayList<>();
        clients.forEach(
                c -> following.add(threads.submit(() -> c.followUntil(EVENTS, this::port))));
        following.add(threads.submit(() -> ofAll.followUntil(EVENTS * HOSTS, this::port)));
        Future<?> sending = threads.submit(() -> sendAll(probes));

        for (int restart = 0; restart < 2; restart++) {
            int seen = ofAll.count();
            while (ofAll.count() < seen + EVENTS && !sending.isDone()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            gateway.close();
            gateway = stack.start();
        }

        sending.get();
        for (Future<?> each : following) {
            each.get(60, TimeUnit.SECONDS);
        }
        gateway.close();
        IntStream.range(0, HOSTS)
                .forEach(i -> assertComplete(clients.get(i), hosts.subList(i, i + 1)));
        assertComplete(ofAll, hosts);
    }

    private int port() {
        return gateway.port();
    }

    private static void assertComplete(ResumingClient client, List<String> hosts) {
        List<Long> all = LongStream.rangeClosed(1, EVENTS).boxed().toList();
        assertThat(client.gaps()).isEmpty();
        assertThat(client.sequences().keySet()).containsExactlyInAnyOrderElementsOf(hosts);
        assertThat(client.sequences().values()).allSatisfy(got -> assertThat(got).isEqualTo(all));
    }

    private static String quoted(String host) {
        return "[\"" + host + "\"]";
    }

    /** In turn, at a few hundred a second. */
    private static boolean sendAll(List<Probe> probes) throws Exception {
        for (int i = 0; i < EVENTS; i++) {
            for (Probe probe : probes) {
                probe.sample();
            }
        }
        return true;
    }
}
