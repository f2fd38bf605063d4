package io.perfwatch.gateway.history;

import io.perfwatch.metric.MetricPath;
import java.util.List;
import java.util.stream.Collectors;

/** Paths inside a family as a regular expression of PostgreSQL. */
final class PathPattern {
    /** What stands between brackets: no bracket, or an escaped one. */
    private static final String ANY_KEY = "\\[([^]\\\\]|\\\\.)+]";

    private PathPattern() {}

    /** Matches the whole of each path that one of these is or covers. */
    static String of(List<MetricPath> paths) {
        return paths.stream().map(PathPattern::of).collect(Collectors.joining("|", "^(", ")$"));
    }

    private static String of(MetricPath path) {
        StringBuilder pattern = new StringBuilder();
        for (MetricPath.Step step : path.steps().subList(1, path.steps().size())) {
            switch (step) {
                case MetricPath.Member(String name) ->
                        pattern.append(pattern.isEmpty() ? "" : "\\.").append(literal(name));
                case MetricPath.Key(String name) ->
                        pattern.append("\\[")
                                .append(literal(MetricPath.escapeKey(name)))
                                .append(']');
                case MetricPath.AnyKey() -> pattern.append(ANY_KEY);
            }
        }
        return pattern.toString();
    }

    /** A backslash before a letter or digit has a meaning of its own, before anything else none. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (c < 128 && !Character.isLetterOrDigit(c)) {
                        literal.append('\\');
                    }
                    literal.appendCodePoint(c);
                });
        return literal.toString();
    }
}
