package io.perfwatch.metric;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every metric there is: path, unit, kind, how it is derived, what OpenTelemetry calls it. */
public final class Catalogue {

    /**
     * What is known of one metric.
     *
     * @param path with {@code [*]} where there are devices or cores
     * @param family first member of the path
     * @param topic that carries it
     * @param unit in UCUM: {@code By/s}
     * @param kind {@code gauge}, {@code rate} or {@code ratio}
     * @param inputs paths of what a derived metric is computed from, else empty
     * @param formula how, absent if it is measured
     * @param openTelemetry its name there, absent if it has none
     */
    public record Entry(
            String path,
            String family,
            String topic,
            String unit,
            String kind,
            String description,
            List<String> inputs,
            @Nullable String formula,
            @Nullable String openTelemetry) {}

    private static final List<Entry> ENTRIES = List.copyOf(read());

    private Catalogue() {}

    /** In the order of the topics and the records. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** What describes {@code path}, which may name a device. */
    public static Optional<Entry> find(MetricPath path) {
        return ENTRIES.stream()
                .filter(e ->
                        e.path().equals(path.toString())
                                || MetricPath.parse(e.path()).matches(path))
                .findFirst();
    }

    private static List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (RecordComponent member : topic.eventType().getRecordComponents()) {
                if (Family.class.isAssignableFrom(member.getType())) {
                    collect(topic, member.getName(), member.getName(), member.getType(), entries);
                }
            }
        }
        return entries;
    }

    private static void collect(
            Topic topic, String family, String path, Class<?> type, List<Entry> entries) {
        for (RecordComponent component : type.getRecordComponents()) {
            Metric metric = component.getAnnotation(Metric.class);
            if (metric != null) {
                entries.add(entry(topic, family, path + "." + component.getName(), metric));
            } else if (component.getType().isRecord()) {
                collect(topic, family, inside(path, component), component.getType(), entries);
            } else if (deviceType(component) instanceof Class<?> device) {
                collect(topic, family, path + "[*]", device, entries);
            }
        }
    }

    /** A record of columns is a table, and each row of it has a key. */
    private static String inside(String path, RecordComponent component) {
        boolean columns =
                Arrays.stream(component.getType().getRecordComponents())
                        .allMatch(c -> List.class.isAssignableFrom(c.getType()));
        return path + "." + component.getName() + (columns ? "[*]" : "");
    }

    private static @Nullable Type deviceType(RecordComponent component) {
        return Map.class.isAssignableFrom(component.getType())
                        && component.getGenericType() instanceof ParameterizedType map
                        && map.getActualTypeArguments()[1] instanceof Class<?> value
                        && value.isRecord()
                ? value
                : null;
    }

    private static Entry entry(Topic topic, String family, String path, Metric metric) {
        return new Entry(
                path,
                family,
                topic.topicName(),
                metric.unit().symbol(),
                metric.kind().name().toLowerCase(Locale.ROOT),
                metric.value(),
                List.of(metric.inputs()),
                metric.formula().isEmpty() ? null : metric.formula(),
                metric.openTelemetry().isEmpty() ? null : metric.openTelemetry());
    }
}
