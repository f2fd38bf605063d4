package io.perfwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the supervisor does, a line each: on the terminal and in {@code logs/perfwatch.log}. */
final class Journal {

    static final long LOG_LIMIT_BYTES = 8L << 20;

    private static final DateTimeFormatter CLOCK_TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private final RotatingLog log;
    private final PrintStream terminal;

    Journal(Path logs, PrintStream terminal) {
        try {
            this.log = new RotatingLog(logs.resolve("perfwatch.log"), LOG_LIMIT_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.terminal = terminal;
    }

    synchronized void line(String text) {
        String line = CLOCK_TIME.format(Instant.now()) + "  " + text + "\n";
        terminal.print(line);
        terminal.flush();
        byte[] bytes = line.getBytes(UTF_8);
        try {
            log.write(bytes, bytes.length);
        } catch (IOException e) {
            terminal.println("cannot write perfwatch.log: " + e);
        }
    }
}
