package io.perfwatch.pack;

import io.perfwatch.pack.Sample.Identity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of samples of one family, each known by its run and sequence: in whatever order and however
 * often they are added, alone or by {@link #addAll}, the same set is the same JSON. Not for several
 * threads at once.
 */
public final class Pack {
    private final List<Sample> samples = new ArrayList<>();
    private final Set<Identity> identities = new HashSet<>();
    private final Map<String, Column> metrics = new HashMap<>();
    private final Map<String, Column> texts = new HashMap<>();
    private long characters;

    /** What {@link #toJson} wrote. */
    public static Pack fromJson(String payload) {
        return PackReader.read(payload);
    }

    /** Its members in a fixed order, so that equal packs are equal text. */
    public String toJson() {
        return PackWriter.write(this);
    }

    /**
     * The sample that {@link #number} and {@link #text} add to from now on.
     *
     * @return false if it is here already; nothing is to be added to it then
     */
    public boolean begin(Sample sample) {
        if (!identities.add(sample.identity())) {
            return false;
        }
        samples.add(sample);
        characters += 12;
        return true;
    }

    /** A number of the newest sample, as a JSON decimal. */
    public void number(String path, String decimal) {
        put(metrics, path, Decimals.plain(decimal));
    }

    /** A string of the newest sample. */
    public void text(String path, String value) {
        put(texts, path, StorableText.of(value));
    }

    private void put(Map<String, Column> columns, String path, @Nullable String value) {
        Column column = columns.get(path);
        if (column == null) {
            String storable = StorableText.of(path);
            column = columns.computeIfAbsent(storable, _ -> new Column());
            characters += storable.length();
        }
        column.set(samples.size() - 1, value);
        characters += value == null ? 0 : value.length() + 1;
    }

    /**
     * Adds what {@code other} has and this has not.
     *
     * @return the samples that were added
     */
    public List<Sample> addAll(Pack other) {
        List<Sample> added = new ArrayList<>();
        for (int i = 0; i < other.samples.size(); i++) {
            if (begin(other.samples.get(i))) {
                added.add(other.samples.get(i));
                copy(other.metrics, metrics, i);
                copy(other.texts, texts, i);
            }
        }
        return added;
    }

    private void copy(Map<String, Column> from, Map<String, Column> to, int sample) {
        from.forEach((path, column) -> {
            String value = column.get(sample);
            if (value != null) {
                put(to, path, value);
            }
        });
    }

    public int size() {
        return samples.size();
    }

    public boolean isEmpty() {
        return samples.isEmpty();
    }

    /** In the order in which they were added; after {@link #fromJson}, of time. */
    public List<Sample> samples() {
        return Collections.unmodifiableList(samples);
    }

    /** Every metric's path inside the family. */
    public Set<String> metrics() {
        return Collections.unmodifiableSet(new TreeSet<>(metrics.keySet()));
    }

    /** Every text's path inside the family. */
    public Set<String> texts() {
        return Collections.unmodifiableSet(new TreeSet<>(texts.keySet()));
    }

    /** A metric's decimal in the sample of that index, null where it is absent. */
    public @Nullable String number(String path, int sample) {
        Column column = metrics.get(path);
        return column == null ? null : column.get(sample);
    }

    /** A text in the sample of that index, null where it is absent. */
    public @Nullable String text(String path, int sample) {
        Column column = texts.get(path);
        return column == null ? null : column.get(sample);
    }

    /** About how many characters of values it holds: what bounds memory. */
    public long characters() {
        return characters;
    }
}
