package io.perfwatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Simulated hosts, as {@code ./perfwatch simulate} sends them. */
record Fleet(Process process) implements AutoCloseable {

    /** Fifty that stay. */
    static Fleet start(PerfWatch perfwatch) throws IOException {
        return new Fleet(simulate(perfwatch, "--hosts=50", "--also=counters,processes"));
    }

    /** One that sends for a moment and never again. */
    void depart(PerfWatch perfwatch) throws IOException, InterruptedException {
        Process departing = simulate(perfwatch, "--hosts=1", "--prefix=departed", "--seconds=3");
        assertThat(departing.waitFor()).isZero();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static Process simulate(PerfWatch perfwatch, String... options) throws IOException {
        var arguments =
                new ArrayList<>(List.of("simulate", "--leaves=60", "--kafka=" + perfwatch.kafka()));
        arguments.addAll(List.of(options));
        return Script.ofRepository()
                .builder(arguments)
                .redirectOutput(perfwatch.data().resolve("simulate.log").toFile())
                .start();
    }
}
