package io.perfwatch.bench.simulate;

import io.perfwatch.metric.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./perfwatch simulate}: what a user plans capacity with. */
@Command(
        name = "simulate",
        description = {
            "Sends the events of hosts that are not there, as the sampler would: values that drift, spike and gap.",
            "Ctrl-C ends it. Forget the hosts afterwards with DELETE /api/v1/hosts/{host}, where that is offered."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
    @Option(
            names = "--hosts",
            paramLabel = "N",
            description = "how many hosts, 1 to 10000 (default: ${DEFAULT-VALUE})")
    private int hosts = 100;

    @Option(
            names = "--leaves",
            paramLabel = "N",
            description =
                    "about how many values an event has, 20 to 5000 (default: ${DEFAULT-VALUE})")
    private int leaves = 400;

    @Option(
            names = "--also",
            paramLabel = "TOPIC",
            split = ",",
            description =
                    "what they send besides system: counters, processes, or both with a comma between (default: nothing)")
    private List<String> also = List.of();

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "between two events of a host, 0.1 to 60 (default: ${DEFAULT-VALUE})")
    private double interval = 1;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "end after so many (default: until Ctrl-C)")
    private @Nullable Integer seconds;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "the broker (default: ${DEFAULT-VALUE})")
    private String kafka = "127.0.0.1:8421";

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description = "the hosts are called NAME-0001 and so on (default: ${DEFAULT-VALUE})")
    private String prefix = "simulated";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the same seed gives the same values (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        check(hosts >= 1 && hosts <= 10_000, "--hosts must be 1 to 10000, was " + hosts);
        check(leaves >= 20 && leaves <= 5_000, "--leaves must be 20 to 5000, was " + leaves);
        check(interval >= 0.1 && interval <= 60, "--interval must be 0.1 to 60, was " + interval);
        Duration every = Duration.ofMillis(Math.round(interval * 1_000));
        FleetShape shape = FleetShape.of(leaves);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(SimulatedProducer.settings(kafka))) {
            Fleet fleet = new Fleet(prefix, hosts, shape, topics(), every, seed, producer);
            say(
                    "%d hosts of %d values every %s to %s"
                            .formatted(hosts, shape.leaves(), every, kafka));
            fleet.run(
                    seconds == null ? Duration.ofDays(3650) : Duration.ofSeconds(seconds),
                    this::say);
        }
        return 0;
    }

    private Set<Topic> topics() {
        for (String name : also) {
            check(
                    name.equals("counters") || name.equals("processes"),
                    "--also must be counters, processes or both, was " + name);
        }
        return also.stream()
                .map(name -> Topic.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void check(boolean right, String message) {
        if (!right && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private void say(String line) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(line);
            out.flush();
        }
    }
}
