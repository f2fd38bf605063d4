package io.perfwatch.perfcounter.doctor;

import io.perfwatch.perfcounter.child.Counting;
import io.perfwatch.perfcounter.child.Perf;
import io.perfwatch.perfcounter.child.PerfProbe;
import io.perfwatch.perfcounter.child.PerfUnavailableException;
import io.perfwatch.perfcounter.plan.Choice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at this machine and says what perf can count, why not, and what to do. */
public final class Doctor {
    private Doctor() {}

    /**
     * @param program path of perf, or a name on the PATH
     * @return an exit status: 0 if anything can be counted, else 1
     */
    public static int examine(
            String program, List<Choice> choices, boolean topDown, PrintStream out) {
        try {
            Diagnosis diagnosis = diagnose(new Perf(program), choices, topDown);
            diagnosis.findings().forEach(out::println);
            return diagnosis.isWell() ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static Diagnosis diagnose(Perf perf, List<Choice> choices, boolean topDown)
            throws InterruptedException {
        Machine machine = Machine.read(Path.of("/"));
        Optional<String> version = perf.version();
        try {
            Counting counting = PerfProbe.ask(perf, choices, topDown);
            return new Diagnosis(machine, version, Optional.of(counting), "");
        } catch (PerfUnavailableException e) {
            return new Diagnosis(
                    machine, version, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
