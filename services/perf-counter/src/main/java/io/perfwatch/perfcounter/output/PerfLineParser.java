package io.perfwatch.perfcounter.output;

/** Reads a line of either format; no line is fatal. Stateless. */
public final class PerfLineParser {
    private final CsvLine csv;

    /**
     * @param separator what perf was given with {@code -x}
     */
    public PerfLineParser(char separator) {
        csv = new CsvLine(separator);
    }

    public PerfLine parse(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return new PerfLine.Nothing();
        }
        return text.startsWith("{") ? JsonLine.parse(text) : csv.parse(text);
    }
}
