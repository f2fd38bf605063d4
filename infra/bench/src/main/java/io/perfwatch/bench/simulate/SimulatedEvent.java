package io.perfwatch.bench.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.metric.Envelope;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The values of one host and their JSON. Written by hand: a fleet writes millions of them a second.
 */
final class SimulatedEvent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

    private final FleetShape shape;
    private final double load;
    private final RandomGenerator random;
    private final Walk[] walks;
    private final List<CpuTime> cpuTimes;
    private final long[] homes;
    private final long[] values;
    private final StringBuilder json = new StringBuilder();
    private int next;

    /**
     * @param load how hard the host works, 0 to 1
     */
    SimulatedEvent(FleetShape shape, double load, RandomGenerator random) {
        this.shape = shape;
        this.load = load;
        this.random = random;
        this.walks = new Walk[shape.leaves()];
        this.cpuTimes = CpuTime.of(shape.families());
        this.homes = new long[shape.leaves()];
        shape.families().forEach(this::start);
        cpuTimes.forEach(time -> time.fit(homes));
        this.values = homes.clone();
    }

    private void start(Part part) {
        switch (part) {
            case Part.Single(_, Walk walk) -> start(walk);
            case Part.Column(_, Walk walk, int rows) -> {
                for (int i = 0; i < rows; i++) {
                    start(walk);
                }
            }
            case Part.Group(_, List<Part> parts) -> parts.forEach(this::start);
        }
    }

    private void start(Walk walk) {
        walks[next] = walk;
        homes[next++] = walk.start(load, random);
    }

    /** Moves every value and writes them down. */
    byte[] next(Envelope envelope, double intervalSeconds) {
        for (int i = 0; i < values.length; i++) {
            values[i] = walks[i].next(values[i], homes[i], random);
        }
        cpuTimes.forEach(time -> time.fit(values));
        return write(envelope, intervalSeconds);
    }

    private byte[] write(Envelope envelope, double intervalSeconds) {
        next = 0;
        json.setLength(0);
        json.append("{\"host\":\"").append(envelope.host());
        json.append("\",\"probe\":\"").append(envelope.probe());
        json.append("\",\"run\":\"").append(envelope.run());
        json.append("\",\"sequence\":").append(envelope.sequence());
        json.append(",\"time\":\"").append(TIME.format(envelope.time())).append('"');
        for (Part.Group family : shape.families()) {
            name(family.name()).append("{\"intervalSeconds\":").append(intervalSeconds);
            family.parts().forEach(this::write);
            json.append('}');
        }
        return json.append('}').toString().getBytes(UTF_8);
    }

    private void write(Part part) {
        name(part.name());
        switch (part) {
            case Part.Single _ -> value();
            case Part.Column(_, _, int rows) -> {
                json.append('[');
                for (int i = 0; i < rows; i++) {
                    json.append(i == 0 ? "" : ",");
                    value();
                }
                json.append(']');
            }
            case Part.Group(_, List<Part> parts) -> {
                json.append('{');
                parts.forEach(this::write);
                json.append('}');
            }
        }
    }

    private StringBuilder name(String name) {
        if (json.charAt(json.length() - 1) != '{') {
            json.append(',');
        }
        return json.append('"').append(name).append("\":");
    }

    private void value() {
        long unit = POWERS[walks[next].decimals()];
        long value = values[next++];
        json.append(value / unit);
        long rest = value % unit;
        if (rest > 0) {
            json.append('.');
            for (long place = unit / 10; place > rest; place /= 10) {
                json.append('0');
            }
            while (rest % 10 == 0) {
                rest /= 10;
            }
            json.append(rest);
        }
    }
}
