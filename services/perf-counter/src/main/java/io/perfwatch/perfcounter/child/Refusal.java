package io.perfwatch.perfcounter.child;

import java.util.Locale;

/** What perf's complaints mean, in a line. */
final class Refusal {
    private static final int LONGEST = 160;

    private Refusal() {}

    /** Why perf counts nothing at all. */
    static String ofRun(Trial trial) {
        String text = trial.errors().toLowerCase(Locale.ROOT);
        return text.contains("permission") || text.contains("limited")
                ? "perf may not count the whole host: it needs CAP_PERFMON or "
                        + "kernel.perf_event_paranoid of 0 or less"
                : "perf failed: " + firstLine(trial);
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
                        .filter(l -> !l.isEmpty() && !l.equals("Error:"))
                        .findFirst()
                        .orElse("exit status " + trial.exit());
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
