package io.perfwatch.perfcounter.child;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What perf's complaints mean, in a line. */
final class Refusal {
    private static final int LONGEST = 160;

    /** Levels that only distributions' kernels know, seen with Debian's 6.1. */
    private static final Pattern LEVEL = Pattern.compile("perf_event_paranoid setting is ([3-9])");

    /** What perf says before it says what is wrong; the last one on ARM without its own sysfs. */
    private static final List<String> PREAMBLE =
            List.of("Error:", "No supported events found", "failed to get cpuid string");

    private Refusal() {}

    /** Why perf counts nothing at all. */
    static String ofRun(Trial trial) {
        String text = trial.errors().toLowerCase(Locale.ROOT);
        if (!text.contains("permission") && !text.contains("limited")) {
            return "perf failed: " + firstLine(trial);
        }
        Matcher level = LEVEL.matcher(text);
        return level.find()
                ? "perf may not count the whole host: kernel.perf_event_paranoid is "
                        + level.group(1)
                        + ", and CAP_PERFMON may be of no use above 2: set it to 2"
                : "perf may not count the whole host: it needs CAP_PERFMON or "
                        + "kernel.perf_event_paranoid of 0 or less";
    }

    /** Why perf does not know an event. */
    static String ofEvent(Trial trial) {
        String text = trial.errors();
        if (text.contains("can't access trace events")) {
            return "perf cannot read tracefs";
        }
        if (trial.exit() == 129 || text.contains("Cannot find metric")) {
            return "unknown to perf on this machine";
        }
        return text.contains("not supported")
                ? "not supported by this CPU or virtual machine"
                : "perf refuses it: " + firstLine(trial);
    }

    static boolean isUnknownOption(Trial trial) {
        return trial.errors().contains("unknown switch")
                || trial.errors().contains("unknown option");
    }

    private static String firstLine(Trial trial) {
        String line =
                trial.errors()
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty() && PREAMBLE.stream().noneMatch(l::startsWith))
                        .findFirst()
                        .orElse("exit status " + trial.exit());
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
