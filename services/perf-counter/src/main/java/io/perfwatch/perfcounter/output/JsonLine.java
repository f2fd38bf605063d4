package io.perfwatch.perfcounter.output;

import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Nothing;
import io.perfwatch.perfcounter.output.PerfLine.Reading;
import io.perfwatch.perfcounter.output.PerfLine.TopDown;
import io.perfwatch.perfcounter.output.PerfLine.Unreadable;
import io.perfwatch.perfcounter.output.PerfLine.Value;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One object of {@code perf stat -j}; numbers may be quoted, unknown members are passed over. */
final class JsonLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern BARE_NAN = Pattern.compile(":\\s*-?(nan|inf)(?=\\s*[,}])");

    private @Nullable String interval;
    private @Nullable String cpu;
    private @Nullable String cgroup;
    private @Nullable String event;
    private @Nullable String count;
    private @Nullable String running;
    private @Nullable String percent;
    private @Nullable String metricValue;
    private @Nullable String metricUnit;
    private String unit = "";
    private boolean heading;

    private JsonLine() {}

    static PerfLine parse(String text) {
        try {
            return new JsonLine().read(text);
        } catch (JacksonException e) {
            return withoutNan(text);
        }
    }

    /** printf's {@code nan} is no JSON; the line's other members are good. */
    private static PerfLine withoutNan(String text) {
        String repaired = BARE_NAN.matcher(text).replaceAll(": \"nan\"");
        try {
            return repaired.equals(text) ? new Unreadable() : new JsonLine().read(repaired);
        } catch (JacksonException e) {
            return new Unreadable();
        }
    }

    private PerfLine read(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    take(name, parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
            return parser.nextToken() == null ? line() : new Unreadable();
        }
    }

    private void take(String name, String value) {
        switch (name) {
            case "interval" -> interval = value;
            case "cpu" -> cpu = value;
            case "cgroup" -> cgroup = value;
            case "event" -> event = value;
            case "unit" -> unit = value;
            case "counter-value" -> count = value.strip();
            case "event-runtime" -> running = value;
            case "pcnt-running" -> percent = value;
            case "metric-value" -> metricValue = value;
            case "metric-unit" -> metricUnit = value;
            case "metricgroup" -> heading = true;
            default -> {}
        }
    }

    private PerfLine line() {
        TopDown topDown = Fields.topDown(metricValue, metricUnit);
        Integer number = cpu == null ? null : Fields.cpu(cpu);
        if (count == null && topDown == null) {
            return heading || metricUnit != null ? new Nothing() : new Unreadable();
        }
        Reading reading = count == null ? null : reading(count);
        if ((count != null && reading == null) || (cpu != null && number == null)) {
            return new Unreadable();
        }
        return new Data(Fields.number(interval), number, cgroup, reading, topDown);
    }

    private @Nullable Reading reading(String text) {
        Value value = Fields.value(text, running, percent);
        return event == null || event.isEmpty() || value == null
                ? null
                : new Reading(Fields.event(event), unit, value);
    }
}
