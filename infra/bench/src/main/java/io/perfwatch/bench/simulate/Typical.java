package io.perfwatch.bench.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a well-known number is, in its own unit; all numbers of a host follow its load, so that they
 * fit each other. From {@code typical.properties}.
 *
 * @param atRest on a host that does nothing
 * @param atFullLoad on a host that works as hard as it can; may be the smaller one
 * @param decimals that are written there
 */
record Typical(double atRest, double atFullLoad, int decimals) {
    private static final Map<String, Typical> BY_PATH = read();

    /** Null where nothing better than the unit is known. */
    static @Nullable Typical of(String path) {
        return BY_PATH.get(path);
    }

    static Map<String, Typical> all() {
        return BY_PATH;
    }

    /**
     * @param load 0 to 1
     */
    double at(double load) {
        return atRest + (atFullLoad - atRest) * load;
    }

    boolean isConstant() {
        return atRest == atFullLoad;
    }

    private static Map<String, Typical> read() {
        Properties lines = new Properties();
        try (InputStream file =
                Objects.requireNonNull(Typical.class.getResourceAsStream("/typical.properties"))) {
            lines.load(new InputStreamReader(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Typical> byPath = new HashMap<>();
        lines.forEach((path, ends) -> byPath.put((String) path, parse((String) ends)));
        return Map.copyOf(byPath);
    }

    private static Typical parse(String ends) {
        int space = ends.indexOf(' ');
        String atRest = ends.substring(0, space);
        String atFullLoad = ends.substring(space + 1).strip();
        return new Typical(
                Double.parseDouble(atRest),
                Double.parseDouble(atFullLoad),
                Math.max(decimals(atRest), decimals(atFullLoad)));
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }
}
