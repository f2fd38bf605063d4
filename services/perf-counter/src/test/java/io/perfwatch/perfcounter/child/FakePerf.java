package io.perfwatch.perfcounter.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that behaves like perf, or as badly as one wants. When it is asked for an event it runs
 * {@code probe}, when it is to count it runs {@code count}; both are shell and see perf's arguments
 * as {@code $*}, and the last {@code -e} as {@code $events}.
 */
public record FakePerf(Path folder) {
    private static final String SCRIPT =
            """
            #!/bin/sh
            here=$(dirname "$0")
            for argument; do
              [ "$before" = -e ] && events=$argument
              before=$argument
            done
            line() { echo "{\\"interval\\" : $1, \\"counter-value\\" : \\"$3\\", \\"unit\\" : \\"\\", \
            \\"event\\" : \\"$2\\", \\"event-runtime\\" : 1000, \\"pcnt-running\\" : 100.00}"; }
            case "$*" in
              *" -I "*) echo $$ > "$here/pid"; echo x >> "$here/starts"; . "$here/count" ;;
              *) . "$here/probe" ;;
            esac
            """;

    public static FakePerf in(Path folder) throws IOException {
        FakePerf perf = new FakePerf(folder);
        Path program = Files.writeString(folder.resolve("perf"), SCRIPT);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        return perf.probe(
                """
                for event in $(echo "$events" | tr -d '{}' | tr , ' '); do line 0.1 $event 5; done
                """);
    }

    public FakePerf probe(String shell) throws IOException {
        Files.writeString(folder.resolve("probe"), shell);
        return this;
    }

    public FakePerf count(String shell) throws IOException {
        Files.writeString(folder.resolve("count"), shell);
        return this;
    }

    public String program() {
        return folder.resolve("perf").toString();
    }

    int starts() throws IOException {
        Path starts = folder.resolve("starts");
        return Files.exists(starts) ? Files.readAllLines(starts).size() : 0;
    }

    /** Whether the one that was started last still runs. */
    boolean isRunning() throws IOException {
        List<String> pid = Files.readAllLines(folder.resolve("pid"));
        return !pid.isEmpty()
                && ProcessHandle.of(Long.parseLong(pid.getFirst()))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }
}
