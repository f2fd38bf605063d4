package io.perfwatch.gateway.history;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import tools.jackson.core.io.JsonStringEncoder;

/** How a value becomes a line. Samples have one number, spans of a tier three and a count. */
enum ExportFormat {
    CSV("csv", "text/csv;charset=utf-8") {
        @Override
        void head(Writer out, Tier tier) throws IOException {
            out.write(
                    tier == Tier.RAW
                            ? "time,host,metric,value\r\n"
                            : "time,host,metric,min,avg,max,samples\r\n");
        }

        @Override
        void line(Writer out, Instant time, String host, String metric, Number... numbers)
                throws IOException {
            out.append(time.toString()).append(',').append(host).append(',').append(quoted(metric));
            for (Number number : numbers) {
                out.append(',').append(number.toString());
            }
            out.write("\r\n");
        }
    },
    JSON_LINES("jsonl", "application/jsonl") {
        @Override
        void head(Writer out, Tier tier) {}

        @Override
        void line(Writer out, Instant time, String host, String metric, Number... numbers)
                throws IOException {
            out.append("{\"time\":\"").append(time.toString());
            out.append("\",\"host\":\"").append(host);
            out.append("\",\"metric\":\"");
            out.write(JsonStringEncoder.getInstance().quoteAsCharArray(metric));
            out.append('"');
            for (int i = 0; i < numbers.length; i++) {
                out.append(",\"").append(numbers.length == 1 ? "value" : SPAN[i]).append("\":");
                out.append(numbers[i].toString());
            }
            out.append("}\n");
        }
    };

    private static final String[] SPAN = {"min", "avg", "max", "samples"};

    private final String parameter;
    private final String mediaType;

    ExportFormat(String parameter, String mediaType) {
        this.parameter = parameter;
        this.mediaType = mediaType;
    }

    /** As requests name it, and files end. */
    String parameter() {
        return parameter;
    }

    String mediaType() {
        return mediaType;
    }

    abstract void head(Writer out, Tier tier) throws IOException;

    abstract void line(Writer out, Instant time, String host, String metric, Number... numbers)
            throws IOException;

    /** RFC 4180: in quotes, if it has a comma, a quote or a line's end. */
    private static String quoted(String text) {
        boolean plain = text.chars().allMatch(c -> c != ',' && c != '"' && c != '\r' && c != '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
