package io.perfwatch.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** A pack to JSON, its samples in the order of time. */
final class PackWriter {
    private static final JsonStringEncoder STRINGS = JsonStringEncoder.getInstance();

    /** PostgreSQL compresses no row that takes less than this, whatever it holds. */
    private static final int COMPRESSED = 2048;

    /** Of fewer characters hardly any could be saved. */
    private static final int WORTH_COMPRESSING = 400;

    private final Pack pack;
    private final Order order;
    private final Bytes json;
    private final SeriesWriter series;

    private PackWriter(Pack pack) {
        this.pack = pack;
        this.order = Order.of(pack.samples);
        this.json = new Bytes(Math.toIntExact(512 + pack.values() * 4));
        this.series = new SeriesWriter(json, order);
    }

    static String write(Pack pack) {
        PackWriter writer = new PackWriter(pack);
        writer.write();
        return writer.json.toString();
    }

    private void write() {
        json.append("{\"t\":");
        series.times(pack.samples);
        json.append(',');
        runs();
        json.append(",\"seq\":");
        series.sequences(pack.samples);
        json.append(",\"metrics\":{");
        boolean first = true;
        for (Column column : pack.metrics.sorted()) {
            name(column.path, first);
            series.metric(column);
            first = false;
        }
        json.append('}');
        texts();
        pad();
        json.append('}');
    }

    /** Spaces, of which next to nothing is left then. */
    private void pad() {
        if (json.length() > WORTH_COMPRESSING && json.length() < COMPRESSED) {
            json.append(",\"pad\":\"" + " ".repeat(COMPRESSED - json.length()) + '"');
        }
    }

    private void each(IntConsumer write) {
        for (int i = 0; i < order.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            write.accept(order.at(i));
        }
    }

    private void runs() {
        List<UUID> runs = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            UUID run = pack.samples.run(order.at(i));
            if (!runs.contains(run)) {
                runs.add(run);
            }
        }
        json.append("\"runs\":[");
        for (int i = 0; i < runs.size(); i++) {
            json.append(i == 0 ? "\"" : ",\"").append(runs.get(i).toString()).append('"');
        }
        json.append("],\"run\":");
        if (runs.size() == 1) {
            json.append('0');
        } else {
            json.append('"');
            each(sample -> json.append(runs.indexOf(pack.samples.run(sample))));
            json.append('"');
        }
    }

    private void name(String name, boolean first) {
        if (!first) {
            json.append(',');
        }
        string(name).append(':');
    }

    private Bytes string(String text) {
        byte[] quoted = STRINGS.quoteAsUTF8(text);
        return json.append('"').append(quoted, 0, quoted.length).append('"');
    }

    private void texts() {
        if (pack.texts.isEmpty()) {
            return;
        }
        json.append(",\"texts\":{");
        boolean first = true;
        for (String path : new TreeMap<>(pack.texts).keySet()) {
            name(path, first);
            changes(path);
            first = false;
        }
        json.append('}');
    }

    private void changes(String path) {
        json.append('[');
        String before = null;
        boolean first = true;
        for (int i = 0; i < order.size(); i++) {
            String now = pack.text(path, order.at(i));
            if (!Objects.equals(before, now)) {
                json.append(first ? "[" : ",[").append(i).append(',');
                textOrNull(now).append(']');
                first = false;
            }
            before = now;
        }
        json.append(']');
    }

    private Bytes textOrNull(@Nullable String text) {
        return text == null ? json.append("null") : string(text);
    }
}
