package io.perfwatch.perfcounter.output;

import io.perfwatch.perfcounter.output.PerfLine.Counted;
import io.perfwatch.perfcounter.output.PerfLine.Missing;
import io.perfwatch.perfcounter.output.PerfLine.Slots;
import io.perfwatch.perfcounter.output.PerfLine.TopDown;
import io.perfwatch.perfcounter.output.PerfLine.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that both formats share. */
final class Fields {
    private static final Pattern HYBRID = Pattern.compile("(\\S+) \\[(\\w+)]");

    /** Of x86 {@code % tma_retiring}, of ARM {@code percent of slots retiring}. */
    private static final Pattern TOP_DOWN =
            Pattern.compile("(?:%|percent of slots) *(?:tma_)?([a-z_]+)");

    /** The kernel builds for no more than 8192. */
    private static final int MOST_CPUS = 8192;

    private Fields() {}

    /** {@code null} where the text is no CPU's number. */
    static @Nullable Integer cpu(String text) {
        Double number = number(text);
        return number != null && number >= 0 && number < MOST_CPUS && number % 1 == 0
                ? Integer.valueOf(number.intValue())
                : null;
    }

    /** Absent for what is no finite number, {@code nan} among it. */
    static @Nullable Double number(@Nullable String text) {
        if (text == null || text.isEmpty() || !isNumberStart(text.charAt(0))) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isNumberStart(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    /** {@code null} where the text is neither a number nor what perf writes instead of one. */
    static @Nullable Value value(
            String count, @Nullable String runningNanos, @Nullable String percent) {
        return switch (count) {
            case "<not counted>", "nan", "-nan" -> Missing.NOT_COUNTED;
            case "<not supported>" -> Missing.NOT_SUPPORTED;
            default -> counted(number(count), number(runningNanos), number(percent));
        };
    }

    /** Without the part of the time that it ran, nobody can say what a count is worth. */
    private static @Nullable Value counted(
            @Nullable Double count, @Nullable Double runningNanos, @Nullable Double percent) {
        if (count == null || count < 0 || runningNanos == null) {
            return null;
        }
        return runningNanos <= 0 || percent == null || percent <= 0
                ? Missing.NOT_COUNTED
                : new Counted(count, runningNanos, Math.min(1, percent / 100));
    }

    /** perf 5.12 to 6.0 name the PMU of a hybrid CPU as {@code cycles [cpu_core]}. */
    static String event(String text) {
        Matcher matcher = HYBRID.matcher(text);
        return matcher.matches() ? matcher.group(2) + "/" + matcher.group(1) + "/" : text;
    }

    /**
     * {@code "% tma_retiring"} and the like. Other metrics of perf are not taken, nor one without a
     * unit (HiSilicon's), which may be a ratio or a percentage. perf's formulas subtract what
     * others estimate, so that one may come out below 0.
     */
    static @Nullable TopDown topDown(@Nullable String value, @Nullable String unit) {
        Double percent = number(value);
        Slots slots = unit == null ? null : slots(unit);
        return percent == null || slots == null
                ? null
                : new TopDown(slots, Math.clamp(percent / 100, 0, 1));
    }

    /** The longer names are those of AmpereOne. */
    private static @Nullable Slots slots(String unit) {
        Matcher matcher = TOP_DOWN.matcher(unit.strip());
        return switch (matcher.matches() ? matcher.group(1) : "") {
            case "retiring", "retired_fraction" -> Slots.RETIRING;
            case "bad_speculation", "slots_lost_misspeculation_fraction" -> Slots.BAD_SPECULATION;
            case "frontend_bound" -> Slots.FRONTEND_BOUND;
            case "backend_bound" -> Slots.BACKEND_BOUND;
            default -> null;
        };
    }
}
