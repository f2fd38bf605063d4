package io.perfwatch.bench.perfcounter;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** The same perf with nobody behind it: what counting costs in any case. */
final class BarePerf implements AutoCloseable {
    private final Process process;

    private BarePerf(Process process) {
        this.process = process;
    }

    static BarePerf start(List<String> arguments) throws IOException {
        return new BarePerf(
                new ProcessBuilder(arguments)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start());
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
