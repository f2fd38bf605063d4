package io.perfwatch.bench.live;

import io.perfwatch.bench.servers.BrokerServer;
import io.perfwatch.bench.simulate.Simulation;
import java.time.Duration;

/** A simulation on a thread of its own, until it is over or this is closed. */
final class Running implements AutoCloseable {
    private final Thread thread;

    private Running(Thread thread) {
        this.thread = thread;
    }

    static Running start(Simulation simulation, BrokerServer broker, Duration length) {
        return new Running(
                Thread.ofPlatform()
                        .name("simulation")
                        .start(() -> {
                            try {
                                simulation.run(broker.bootstrapServers(), length);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
