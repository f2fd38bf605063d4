package io.perfwatch.perfcounter.output;

import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Nothing;
import io.perfwatch.perfcounter.output.PerfLine.Reading;
import io.perfwatch.perfcounter.output.PerfLine.TopDown;
import io.perfwatch.perfcounter.output.PerfLine.Unreadable;
import io.perfwatch.perfcounter.output.PerfLine.Value;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code perf stat -x}. The columns depend on perf's options and are told apart by what
 * is in them: {@code [interval,][CPUn,]value,unit,event,[cgroup,]running
 * time,percent[,metric,metric's unit]}.
 */
final class CsvLine {
    private static final Pattern CPU = Pattern.compile("CPU(\\d{1,6})");

    private final Pattern separator;

    CsvLine(char separator) {
        this.separator = Pattern.compile(Character.toString(separator), Pattern.LITERAL);
    }

    PerfLine parse(String text) {
        String[] fields = separator.split(text, -1);
        int at = 0;
        Double interval = null;
        if (startsWithInterval(fields)) {
            interval = Fields.number(fields[at++]);
            if (interval == null) {
                return new Unreadable();
            }
        }
        Integer cpu = null;
        if (isCpu(fields[at])) {
            cpu = Fields.cpu(fields[at++].substring(3));
            if (cpu == null) {
                return new Unreadable();
            }
        }
        return figures(new Head(interval, cpu), fields, at);
    }

    private record Head(@Nullable Double interval, @Nullable Integer cpu) {}

    /** Else the second column is a unit, which is empty or a word, and the third the event. */
    private static boolean startsWithInterval(String[] fields) {
        return fields.length > 2
                && (isCount(fields[1])
                        || isCpu(fields[1])
                        || (fields[1].isEmpty() && fields[2].isEmpty()));
    }

    private static PerfLine figures(Head head, String[] fields, int at) {
        if (fields.length < at + 5) {
            return new Unreadable();
        }
        String event = fields[at + 2];
        if (event.isEmpty()) {
            return metricAlone(head, fields);
        }
        boolean inCgroup = fields.length > at + 5 && Fields.number(fields[at + 3]) == null;
        int next = at + (inCgroup ? 4 : 3);
        Value value = Fields.value(fields[at], fields[next], fields[next + 1]);
        if (value == null || Fields.number(event) != null) {
            return new Unreadable();
        }
        boolean metric = fields.length > next + 3;
        return new Data(
                head.interval(),
                head.cpu(),
                inCgroup ? fields[at + 3] : null,
                new Reading(Fields.event(event), fields[at + 1], value),
                metric ? Fields.topDown(fields[next + 2], fields[next + 3]) : null);
    }

    /** perf puts the second and later metrics of an event on lines of their own. */
    private static PerfLine metricAlone(Head head, String[] fields) {
        String unit = fields[fields.length - 1];
        TopDown topDown = Fields.topDown(fields[fields.length - 2], unit);
        return topDown == null
                ? unit.isBlank() ? new Unreadable() : new Nothing()
                : new Data(head.interval(), head.cpu(), null, null, topDown);
    }

    private static boolean isCount(String field) {
        return field.startsWith("<not ") || field.endsWith("nan") || Fields.number(field) != null;
    }

    private static boolean isCpu(String field) {
        return CPU.matcher(field).matches();
    }
}
