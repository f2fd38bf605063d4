package io.perfwatch.perfcounter.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program. Counters go to its standard output ({@code --log-fd 1}), so that nothing else is
 * among them; the locale is C, so that a decimal point is one.
 */
public final class Perf {
    /** No event's name has one, whereas commas are in many. */
    static final char SEPARATOR = ';';

    private final String program;
    private final Optional<String> setpriv;

    /**
     * @param program path, or a name to look for on the PATH
     */
    public Perf(String program) {
        this.program = program;
        this.setpriv = onPath("setpriv");
    }

    public String program() {
        return program;
    }

    /** What it calls itself; empty if it is not there. */
    public Optional<String> version() throws InterruptedException {
        try {
            Process process = start(List.of(program, "--version"));
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readNBytes(200), UTF_8).strip();
                return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the kernel can be asked to end perf with the service. */
    public boolean diesWithTheService() {
        return setpriv.isPresent();
    }

    private static Optional<String> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst();
    }

    /** Counts on all CPUs while {@code command} runs. */
    Process once(List<String> options, String... command) throws IOException {
        List<String> line = stat(options);
        line.add("--");
        line.addAll(List.of(command));
        return start(line);
    }

    /**
     * Counts on all CPUs until it is stopped. The kernel kills it when the calling thread ends,
     * where setpriv is there to ask for that; else the next write into the broken pipe does.
     */
    Process forEver(List<String> options) throws IOException {
        List<String> line = new ArrayList<>();
        setpriv.ifPresent(s -> line.addAll(List.of(s, "--pdeathsig", "KILL", "--")));
        line.addAll(stat(options));
        return start(line);
    }

    private List<String> stat(List<String> options) {
        List<String> line = new ArrayList<>(List.of(program, "stat", "--log-fd", "1", "-a"));
        line.addAll(options);
        return line;
    }

    private static Process start(List<String> line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(Map.of("LC_ALL", "C", "LANG", "C"));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
