package io.perfwatch.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One number of a benchmark.
 *
 * @param target what it may be at most or has to be at least; absent where there is none
 * @param met whether it is; absent with the target
 * @param reference what ran beside it in the same run
 * @param ratio value by the reference's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String name,
        double value,
        String unit,
        @Nullable Double target,
        @Nullable Boolean met,
        @Nullable String reference,
        @Nullable Double referenceValue,
        @Nullable Double ratio) {

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, null, null, null, null, null);
    }

    public Figure atMost(double most) {
        return new Figure(name, value, unit, most, value <= most, reference, referenceValue, ratio);
    }

    public Figure atLeast(double least) {
        return new Figure(
                name, value, unit, least, value >= least, reference, referenceValue, ratio);
    }

    public Figure beside(String other, double otherValue) {
        Double quotient = otherValue > 0 ? value / otherValue : null;
        return new Figure(name, value, unit, target, met, other, otherValue, quotient);
    }
}
