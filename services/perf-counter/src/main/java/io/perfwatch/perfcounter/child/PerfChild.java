package io.perfwatch.perfcounter.child;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The running child. To be started, read and ended by one thread that lives as long as it. */
final class PerfChild implements AutoCloseable {
    private static final int MOST_WAITING = 4096;
    private static final int MOST_ERRORS = 20;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final BlockingQueue<Output> output = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Deque<String> errors = new ArrayDeque<>();
    private final Thread errorReader;

    private PerfChild(Process process) {
        this.process = process;
        reader("perf-out", this::readLines);
        errorReader = reader("perf-err", this::readErrors);
    }

    static PerfChild start(Perf perf, Counting counting, Duration interval, boolean perCore)
            throws IOException {
        List<String> options = new ArrayList<>(PerfProbe.format(counting.json()));
        options.addAll(List.of("-I", Long.toString(interval.toMillis())));
        if (perCore) {
            options.add("-A");
        }
        if (!counting.plan().groups().isEmpty()) {
            options.addAll(List.of("-e", counting.plan().eventArgument()));
        }
        if (counting.plan().topDownMetric()) {
            options.addAll(List.of("-M", PerfProbe.TOP_DOWN));
        }
        return new PerfChild(perf.forEver(options));
    }

    private static Thread reader(String name, Runnable task) {
        return Thread.ofPlatform().name(name).daemon().start(task);
    }

    private void readLines() {
        try (InputStream out = process.getInputStream()) {
            LineReader reader = new LineReader(out);
            for (String line = reader.next(); line != null; line = reader.next()) {
                output.put(new Output.Line(line));
            }
        } catch (IOException e) {
            remember(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // After the lines; the queue has room as soon as its reader, who waits for this, reads.
            end();
        }
    }

    private void end() {
        try {
            output.put(new Output.End());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readErrors() {
        try (InputStream err = process.getErrorStream()) {
            LineReader reader = new LineReader(err);
            for (String line = reader.next(); line != null; line = reader.next()) {
                remember(line);
            }
        } catch (IOException e) {
            remember(e.toString());
        }
    }

    private synchronized void remember(String error) {
        if (!error.isBlank()) {
            errors.addLast(error.strip());
            if (errors.size() > MOST_ERRORS) {
                errors.removeFirst();
            }
        }
    }

    /** Waits for the next line, or the end. */
    Output poll(long nanos) throws InterruptedException {
        Output next = output.poll(nanos, TimeUnit.NANOSECONDS);
        return next == null ? new Output.Silence() : next;
    }

    long pid() {
        return process.pid();
    }

    /** How it ended, in a line for people. */
    String lastWords() throws InterruptedException {
        process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        errorReader.join(GRACE);
        String status = process.isAlive() ? "" : " with status " + process.exitValue();
        synchronized (this) {
            String words = errors.isEmpty() ? "" : ": " + errors.peekFirst();
            return "perf ended" + status + words;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
