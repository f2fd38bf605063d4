package io.perfwatch.bench.servers;

/** One answer of the persister's {@code /actuator/prometheus}. */
public record PersisterMetrics(String text) {

    /** Records of all topics that were read. */
    public long consumed() {
        return Math.round(sum("perfwatch_persister_consumed_total", ""));
    }

    /** Records of all topics of which that became. */
    public long settled(String outcome) {
        return Math.round(sum("perfwatch_persister_settled_total", "outcome=\"" + outcome + "\""));
    }

    public long open() {
        return Math.round(sum("perfwatch_persister_open{", ""));
    }

    /** Age of the oldest event of the sampler that is not stored. */
    public double behindSeconds() {
        return sum("perfwatch_persister_behind_seconds", "perfwatch.system.v1");
    }

    /** What rolling up took so far, its questions to the database included. */
    public double rollupSeconds() {
        return sum("perfwatch_persister_rollup_seconds_sum", "");
    }

    /** Of all series whose name begins so and whose labels contain that. */
    public double sum(String name, String label) {
        return text.lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
