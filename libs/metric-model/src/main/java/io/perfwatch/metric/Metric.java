package io.perfwatch.metric;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one number of a family, once: the catalogue, the docs and the schema are read from
 * here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Metric {
    Unit unit();

    Kind kind() default Kind.GAUGE;

    /** One sentence: what it is and where it comes from. */
    String value();

    /** The name in the OpenTelemetry semantic conventions, with attributes, where they name it. */
    String openTelemetry() default "";

    /** For a derived metric: the paths that it is computed from. */
    String[] inputs() default {};

    /** For a derived metric: how, in terms of {@link #inputs}. */
    String formula() default "";

    /** How a value over time is to be read, and so how it may be rolled up. */
    enum Kind {
        /** As it was at the end of the tick. */
        GAUGE,
        /** Per second, over the interval. */
        RATE,
        /** A part of a whole over the interval, 0..1. */
        RATIO
    }

    /** Units, written as UCUM, as OpenTelemetry does. */
    enum Unit {
        RATIO("1"),
        COUNT("1"),
        BYTES("By"),
        BYTES_PER_SECOND("By/s"),
        PER_SECOND("1/s"),
        SECONDS("s"),
        SECONDS_PER_SECOND("s/s"),
        HERTZ("Hz"),
        CELSIUS("Cel"),
        WATTS("W"),
        CORES("{core}"),
        BITS_PER_SECOND("bit/s"),
        ROTATIONS_PER_MINUTE("{rotation}/min");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
