package io.perfwatch.bench.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A range that a chart asks for. */
enum Range {
    HOUR("1 h", Duration.ofHours(1), Duration.ofSeconds(1), 50),
    DAY("24 h", Duration.ofHours(24), Duration.ofMinutes(1), 50),
    MONTH("30 d", Duration.ofDays(30), Duration.ofHours(1), 100);

    static final int POINTS = 1200;

    private final String title;
    private final Duration length;
    private final Duration step;
    private final double targetMillis;

    Range(String title, Duration length, Duration step, double targetMillis) {
        this.title = title;
        this.length = length;
        this.step = step;
        this.targetMillis = targetMillis;
    }

    String title() {
        return title;
    }

    Duration length() {
        return length;
    }

    /** Of the values that the reference holds for it. */
    Duration step() {
        return step;
    }

    /** What an answer of 1,200 points may take, p99. */
    double targetMillis() {
        return targetMillis;
    }

    Instant from(Instant to) {
        return to.minus(length);
    }

    /** What the series of it is called in Prometheus. */
    String seriesName() {
        return "cpu_utilization_" + name().toLowerCase(Locale.ROOT);
    }
}
