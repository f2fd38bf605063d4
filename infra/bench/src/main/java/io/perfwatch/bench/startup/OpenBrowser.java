package io.perfwatch.bench.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** A Chromium that is already open: its own start is nobody's waiting time. */
final class OpenBrowser implements AutoCloseable {
    private static final String SEEN = "chart after ";

    private final Process process;
    private final BufferedReader output;
    private final PrintStream input;

    private OpenBrowser(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
        this.input = new PrintStream(process.getOutputStream(), true, UTF_8);
    }

    /**
     * @param root of the repository, with the dashboard's packages installed by the build
     * @throws IOException if there is no Node or no Chromium
     */
    static OpenBrowser open(Path root, String url, String chromium) throws IOException {
        var builder =
                new ProcessBuilder("node", "e2e/first-chart.mjs")
                        .directory(root.resolve("frontend").toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PERFWATCH_URL", url);
        builder.environment().put("CHROMIUM", chromium);
        var browser = new OpenBrowser(builder.start());
        browser.line("open");
        return browser;
    }

    /** Begins to knock at the address. */
    void look() {
        input.println("look");
    }

    /** From {@link #look} until the chart showed a sample of now. */
    Duration seen() throws IOException {
        String line = line(SEEN);
        return Duration.ofMillis(Long.parseLong(line.replaceAll("\\D", "")));
    }

    private String line(String start) throws IOException {
        String line = output.readLine();
        if (line == null || !line.startsWith(start)) {
            throw new IOException("the browser said: " + line);
        }
        return line;
    }

    @Override
    public void close() {
        input.close();
        process.onExit().join();
    }
}
