package io.perfwatch.bench.servers;

/**
 * What the servers have used until one instant, or between two.
 *
 * @param nanos of the monotonic clock
 * @param broker seconds of CPU, as the others
 */
public record Load(long nanos, double broker, double persister, double database) {

    public Load since(Load before) {
        return new Load(
                nanos - before.nanos,
                broker - before.broker,
                persister - before.persister,
                database - before.database);
    }

    public double seconds() {
        return nanos / 1e9;
    }

    /** Of all cores of this machine together, 0..1. */
    public double ofMachine() {
        int cores = Runtime.getRuntime().availableProcessors();
        return (broker + persister + database) / seconds() / cores;
    }
}
