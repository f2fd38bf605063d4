package io.perfwatch.gateway.access;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * {@code java -jar gateway.jar hash-password}: asks for a password without showing it, or reads a
 * line of standard input, and prints what configuration keeps instead.
 */
public final class HashPassword {
    public static final String COMMAND = "hash-password";

    private static final int STRENGTH = 12;
    private static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72;

    private HashPassword() {}

    /**
     * @return the exit code: 0 printed, 2 not a password that can be used
     */
    public static int run(
            @Nullable Console console, InputStream in, PrintStream out, PrintStream err)
            throws IOException {
        String password = console == null ? line(in) : ask(console);
        if (password.length() < SHORTEST
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            err.println("perfwatch: a password has 12 characters or more, and 72 bytes at most");
            return 2;
        }
        out.println("{bcrypt}" + new BCryptPasswordEncoder(STRENGTH).encode(password));
        return 0;
    }

    private static String ask(Console console) {
        char[] password = console.readPassword("Password (12 characters or more): ");
        return password == null ? "" : new String(password);
    }

    private static String line(InputStream in) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
