package io.perfwatch.persister.table;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** The resolutions that are kept, finest first; each is rolled up from the one before. */
public enum Tier {
    /** A row is a minute of samples, a partition six hours. */
    RAW(ChronoUnit.MINUTES),
    /** A row is an hour of minutes, a partition a week. */
    MINUTE(ChronoUnit.HOURS),
    /** A row is a day of hours, a partition a quarter. */
    HOUR(ChronoUnit.DAYS);

    private static final int RAW_HOURS = 6;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd_HH");

    private final ChronoUnit row;

    Tier(ChronoUnit row) {
        this.row = row;
    }

    /** {@code raw}, {@code minute}, {@code hour}. */
    public String tierName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String table() {
        return "pack_" + tierName();
    }

    /** What it is rolled up from, nothing for the first. */
    public Optional<Tier> source() {
        return switch (this) {
            case RAW -> Optional.empty();
            case MINUTE -> Optional.of(RAW);
            case HOUR -> Optional.of(MINUTE);
        };
    }

    /** How long a row is. */
    public Duration rowLength() {
        return row.getDuration();
    }

    /** Start of the row that {@code time} falls into. */
    public Instant rowStart(Instant time) {
        return time.truncatedTo(row);
    }

    Instant partitionStart(Instant time) {
        ZonedDateTime at = time.atZone(ZoneOffset.UTC);
        ZonedDateTime day = at.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case RAW -> day.plusHours(at.getHour() - at.getHour() % RAW_HOURS).toInstant();
            case MINUTE -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toInstant();
            case HOUR -> day.with(IsoFields.DAY_OF_QUARTER, 1).toInstant();
        };
    }

    Instant partitionEnd(Instant start) {
        ZonedDateTime begin = start.atZone(ZoneOffset.UTC);
        return switch (this) {
            case RAW -> begin.plusHours(RAW_HOURS).toInstant();
            case MINUTE -> begin.plusWeeks(1).toInstant();
            case HOUR -> begin.plusMonths(3).toInstant();
        };
    }

    String partitionName(Instant start) {
        return table() + "_" + NAME.format(start.atOffset(ZoneOffset.UTC));
    }

    /** The reverse of {@link #partitionName}. */
    Instant partitionStart(String partition) {
        return LocalDateTime.parse(partition.substring(table().length() + 1), NAME)
                .toInstant(ZoneOffset.UTC);
    }
}
