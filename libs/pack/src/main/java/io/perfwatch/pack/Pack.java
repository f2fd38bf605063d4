package io.perfwatch.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A set of samples of one family, each known by its run and sequence: in whatever order and however
 * often they are added, alone or by {@link #addAll}, the same set is the same JSON. Not for several
 * threads at once.
 */
public final class Pack {
    /** About what an empty one takes. */
    private static final int OVERHEAD = 600;

    /** About what a text and its place take. */
    private static final int TEXT_OVERHEAD = 60;

    final SampleSet samples = new SampleSet();
    final Columns metrics = new Columns();
    final Map<String, TextColumn> texts = new HashMap<>();
    private long textBytes;

    /**
     * What {@link #toJson} wrote, also after the database ordered its members.
     *
     * @throws IllegalArgumentException if it is none
     */
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
        boolean isNew = samples.add(sample);
        metrics.rewind(samples.expected());
        return isNew;
    }

    /** A number of the newest sample, as a JSON decimal. */
    public void number(String path, String decimal) {
        byte[] ascii = decimal.getBytes(US_ASCII);
        number(path, ascii, 0, ascii.length);
    }

    /** A number of the newest sample, as a JSON decimal in ASCII, {@code end} exclusive. */
    public void number(String path, byte[] json, int start, int end) {
        metrics.put(path, samples.size() - 1, json, start, end);
    }

    /** A string of the newest sample. */
    public void text(String path, String value) {
        put(texts.computeIfAbsent(StorableText.of(path), _ -> new TextColumn()), value);
    }

    private void put(TextColumn column, String value) {
        column.set(samples.size() - 1, StorableText.of(value));
        textBytes += TEXT_OVERHEAD + value.length();
    }

    /**
     * Adds what {@code other} has and this has not.
     *
     * @return the samples that were added
     */
    public List<Sample> addAll(Pack other) {
        List<Sample> added = new ArrayList<>();
        for (int i = 0; i < other.samples.size(); i++) {
            Sample sample = other.samples.get(i);
            if (begin(sample)) {
                added.add(sample);
                copy(other, i);
            }
        }
        return added;
    }

    /** A pack with those of its samples. */
    public Pack only(Predicate<Sample> wanted) {
        Pack part = new Pack();
        for (int i = 0; i < samples.size(); i++) {
            if (wanted.test(samples.get(i)) && part.begin(samples.get(i))) {
                part.copy(this, i);
            }
        }
        return part;
    }

    private void copy(Pack other, int sample) {
        for (Column column : other.metrics.all()) {
            if (column.has(sample)) {
                metrics.put(column, sample, samples.size() - 1);
            }
        }
        other.texts.forEach((path, column) -> {
            String value = column.get(sample);
            if (value != null) {
                text(path, value);
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
        Set<String> paths = new TreeSet<>();
        metrics.all().forEach(column -> paths.add(column.path));
        return Collections.unmodifiableSet(paths);
    }

    /** Every text's path inside the family. */
    public Set<String> texts() {
        return Collections.unmodifiableSet(new TreeSet<>(texts.keySet()));
    }

    /** A metric's decimal in the sample of that index, null where it is absent. */
    public @Nullable String number(String path, int sample) {
        Column column = metrics.find(path);
        return column == null ? null : column.get(sample);
    }

    /** A text in the sample of that index, null where it is absent. */
    public @Nullable String text(String path, int sample) {
        TextColumn column = texts.get(path);
        return column == null ? null : column.get(sample);
    }

    /** How many numbers it holds at most: one a metric and sample. */
    public long values() {
        return (long) metrics.all().size() * samples.size();
    }

    /** About how many bytes of memory it takes. */
    public long bytes() {
        return OVERHEAD + samples.bytes() + metrics.bytes() + textBytes;
    }
}
