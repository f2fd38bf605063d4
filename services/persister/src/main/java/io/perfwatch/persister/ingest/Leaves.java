package io.perfwatch.persister.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.perfwatch.metric.EventReader;
import io.perfwatch.metric.MalformedEventException;
import io.perfwatch.pack.Pack;
import io.perfwatch.pack.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The leaves of one event, kept until the whole event is known to be well formed. Used again for
 * the next one. Numbers stay where they stand in the event.
 */
final class Leaves implements EventReader.LeafVisitor {
    /** Where the reasons for what could not be measured are, and events that measured nothing. */
    static final String UNAVAILABLE = "unavailable";

    /** What a metric's path can begin with. */
    private static final Pattern FAMILY = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,62}");

    private static final byte[] TRUE = {'1'};
    private static final byte[] FALSE = {'0'};

    private sealed interface Leaf {
        String family();

        void addTo(Pack pack);
    }

    private static final class Decimal implements Leaf {
        private final String family;
        private final String path;
        private final byte[] json;
        private final int start;
        private final int end;

        Decimal(String family, String path, byte[] json, int start, int end) {
            this.family = family;
            this.path = path;
            this.json = json;
            this.start = start;
            this.end = end;
        }

        @Override
        public String family() {
            return family;
        }

        @Override
        public void addTo(Pack pack) {
            pack.number(path, json, start, end);
        }
    }

    private record Text(String family, String path, String value) implements Leaf {
        @Override
        public void addTo(Pack pack) {
            pack.text(path, value);
        }
    }

    private final List<Leaf> leaves = new ArrayList<>();
    private String family = "";

    void clear() {
        leaves.clear();
    }

    @Override
    public void number(String family, String path, String decimal) {
        byte[] ascii = decimal.getBytes(US_ASCII);
        number(family, path, ascii, 0, ascii.length);
    }

    @Override
    public void number(String family, String path, byte[] json, int from, int to) {
        check(family);
        leaves.add(new Decimal(family, path, json, from, to));
    }

    @Override
    public void text(String family, String path, String value) {
        check(family);
        leaves.add(new Text(family, path, value));
    }

    @Override
    public void bool(String family, String path, boolean value) {
        number(family, path, value ? TRUE : FALSE, 0, 1);
    }

    @Override
    public void unavailable(String what, String reason) {
        leaves.add(new Text(UNAVAILABLE, what, reason));
    }

    private void check(String name) {
        if (!name.equals(family)) {
            if (!FAMILY.matcher(name).matches()) {
                throw new MalformedEventException("a family's name must match " + FAMILY);
            }
            family = name;
        }
    }

    /** Adds the event to its families' packs; one without leaves is kept as well. */
    void addTo(Map<String, Pack> packs, Sample sample) {
        if (leaves.isEmpty()) {
            begin(packs, UNAVAILABLE, sample);
        }
        String current = "";
        Pack pack = null;
        for (Leaf leaf : leaves) {
            if (pack == null || !leaf.family().equals(current)) {
                current = leaf.family();
                pack = begin(packs, current, sample);
            }
            leaf.addTo(pack);
        }
    }

    private static Pack begin(Map<String, Pack> packs, String family, Sample sample) {
        Pack pack = packs.computeIfAbsent(family, _ -> new Pack());
        pack.begin(sample);
        return pack;
    }
}
