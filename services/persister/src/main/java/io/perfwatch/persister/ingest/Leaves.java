package io.perfwatch.persister.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of one event, kept until the whole event is known to be well formed. Used again for
 * the next one. Numbers stay where they stand in the event.
 */
final class Leaves implements EventReader.LeafVisitor {
    /** Where the reasons for what could not be measured are, and events that measured nothing. */
    static final String UNAVAILABLE = "unavailable";

    /** What a metric's path can begin with. */
    private static final int LONGEST_FAMILY = 63;

    private static final byte[] TRUE = {'1'};
    private static final byte[] FALSE = {'0'};

    /** Used again for each event: a fleet sends millions a second. */
    private static final class Leaf {
        private String family = "";
        private String path = "";
        private @Nullable String text;

        /** Where the number stands, if not in the event. */
        private byte @Nullable [] digits;

        private int start;
        private int end;

        void addTo(Pack pack, byte[] event) {
            if (text == null) {
                pack.number(path, digits == null ? event : digits, start, end);
            } else {
                pack.text(path, text);
            }
        }
    }

    private final List<Leaf> leaves = new ArrayList<>();
    private int size;
    private byte[] event = {};
    private String family = "";

    void clear() {
        size = 0;
    }

    private Leaf next(String family, String path) {
        if (size == leaves.size()) {
            leaves.add(new Leaf());
        }
        Leaf leaf = leaves.get(size++);
        leaf.family = family;
        leaf.path = path;
        leaf.text = null;
        leaf.digits = null;
        return leaf;
    }

    @Override
    public void number(String family, String path, String decimal) {
        number(family, path, decimal.getBytes(US_ASCII));
    }

    private void number(String family, String path, byte[] digits) {
        check(family);
        Leaf leaf = next(family, path);
        leaf.digits = digits;
        leaf.start = 0;
        leaf.end = digits.length;
    }

    @Override
    public void number(String family, String path, byte[] json, int from, int to) {
        check(family);
        Leaf leaf = next(family, path);
        leaf.start = from;
        leaf.end = to;
        event = json;
    }

    @Override
    public void text(String family, String path, String value) {
        check(family);
        next(family, path).text = value;
    }

    @Override
    public void bool(String family, String path, boolean value) {
        number(family, path, value ? TRUE : FALSE);
    }

    @Override
    public void unavailable(String what, String reason) {
        next(UNAVAILABLE, what).text = reason;
    }

    private void check(String name) {
        if (!name.equals(family)) {
            if (!isFamily(name)) {
                throw new MalformedEventException(
                        "a family's name must be of at most %d letters and digits, a letter first"
                                .formatted(LONGEST_FAMILY));
            }
            family = name;
        }
    }

    private static boolean isFamily(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_FAMILY;
    }

    /** Adds the event to its families' packs; one without leaves is kept as well. */
    void addTo(Map<String, Pack> packs, Sample sample) {
        if (size == 0) {
            begin(packs, UNAVAILABLE, sample);
        }
        String current = "";
        Pack pack = null;
        for (int i = 0; i < size; i++) {
            Leaf leaf = leaves.get(i);
            if (pack == null || !leaf.family.equals(current)) {
                current = leaf.family;
                pack = begin(packs, current, sample);
            }
            leaf.addTo(pack, event);
        }
    }

    private static Pack begin(Map<String, Pack> packs, String family, Sample sample) {
        Pack pack = packs.computeIfAbsent(family, _ -> new Pack());
        pack.begin(sample);
        return pack;
    }
}
