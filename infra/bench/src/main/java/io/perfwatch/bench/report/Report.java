package io.perfwatch.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All that a benchmark found. */
public record Report(String bench, List<Figure> figures) {
    public Report {
        figures = List.copyOf(figures);
    }

    /** Whether no target was missed. */
    public boolean allMet() {
        return figures.stream().noneMatch(f -> Boolean.FALSE.equals(f.met()));
    }

    /**
     * @param json where it is written for machines; nowhere if absent
     */
    public void write(PrintStream out, @Nullable Path json) throws IOException {
        figures.forEach(figure -> out.println(line(figure)));
        if (json != null) {
            Files.write(json, JsonMapper.builder().build().writeValueAsBytes(this));
        }
    }

    private static String line(Figure figure) {
        String line =
                String.format(
                        Locale.ROOT,
                        "%-28s %12.5g %-6s",
                        figure.name(),
                        figure.value(),
                        figure.unit());
        if (figure.target() != null) {
            String verdict = Boolean.TRUE.equals(figure.met()) ? "met" : "MISSED";
            line += String.format(Locale.ROOT, "  target %g: %s", figure.target(), verdict);
        }
        if (figure.ratio() != null) {
            line +=
                    String.format(
                            Locale.ROOT,
                            "  %.2f x %s (%.5g)",
                            figure.ratio(),
                            figure.reference(),
                            figure.referenceValue());
        }
        return line.stripTrailing();
    }
}
