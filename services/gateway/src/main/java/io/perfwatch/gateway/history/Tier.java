package io.perfwatch.gateway.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/** How closely history is kept: the coarser, the longer. */
enum Tier {
    /** Samples as they came, a minute a row. */
    @JsonProperty("raw")
    RAW("pack_raw", Duration.ZERO, Duration.ofMinutes(1)),
    /** Minima, averages and maxima of minutes, an hour a row. */
    @JsonProperty("minute")
    MINUTE("pack_minute", Duration.ofMinutes(1), Duration.ofHours(1)),
    /** Of hours, a day a row. */
    @JsonProperty("hour")
    HOUR("pack_hour", Duration.ofHours(1), Duration.ofDays(1));

    private final String table;
    private final Duration span;
    private final Duration row;

    Tier(String table, Duration span, Duration row) {
        this.table = table;
        this.span = span;
        this.row = row;
    }

    /** Its table. */
    String table() {
        return table;
    }

    /** What one value stands for, in milliseconds; 0: one sample. */
    long span() {
        return span.toMillis();
    }

    /** What one row of the table spans. */
    Duration row() {
        return row;
    }

    /** How far it may be behind: its newest row is not written yet, or being written. */
    Duration lag() {
        return row.multipliedBy(2);
    }

    /** The one that its rows are made of; of the finest, itself. */
    Tier finer() {
        return switch (this) {
            case RAW, MINUTE -> RAW;
            case HOUR -> MINUTE;
        };
    }

    /** The one that is kept longer; of the coarsest, itself. */
    Tier coarser() {
        return switch (this) {
            case RAW -> MINUTE;
            case MINUTE, HOUR -> HOUR;
        };
    }
}
