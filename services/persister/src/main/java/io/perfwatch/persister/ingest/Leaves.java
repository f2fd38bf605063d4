package io.perfwatch.persister.ingest;

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
 * the next one.
 */
final class Leaves implements EventReader.LeafVisitor {
    /** Where the reasons for what could not be measured are, and events that measured nothing. */
    static final String UNAVAILABLE = "unavailable";

    /** What a metric's path can begin with. */
    private static final Pattern FAMILY = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,62}");

    private record Leaf(String family, String path, String value, boolean isText) {}

    private final List<Leaf> leaves = new ArrayList<>();
    private String family = "";

    void clear() {
        leaves.clear();
    }

    @Override
    public void number(String family, String path, String decimal) {
        add(family, path, decimal, false);
    }

    @Override
    public void text(String family, String path, String value) {
        add(family, path, value, true);
    }

    @Override
    public void bool(String family, String path, boolean value) {
        add(family, path, value ? "1" : "0", false);
    }

    @Override
    public void unavailable(String what, String reason) {
        leaves.add(new Leaf(UNAVAILABLE, what, reason, true));
    }

    private void add(String name, String path, String value, boolean isText) {
        if (!name.equals(family)) {
            if (!FAMILY.matcher(name).matches()) {
                throw new MalformedEventException("a family's name must match " + FAMILY);
            }
            family = name;
        }
        leaves.add(new Leaf(name, path, value, isText));
    }

    /** Adds the event to its families' packs; one without leaves is kept as well. */
    void addTo(Map<String, Pack> packs, Sample sample) {
        if (leaves.isEmpty()) {
            begin(packs, UNAVAILABLE, sample);
        }
        String current = "";
        Pack pack = null;
        for (Leaf leaf : leaves) {
            if (pack == null || !leaf.family.equals(current)) {
                current = leaf.family;
                pack = begin(packs, current, sample);
            }
            if (leaf.isText) {
                pack.text(leaf.path, leaf.value);
            } else {
                pack.number(leaf.path, leaf.value);
            }
        }
    }

    private static Pack begin(Map<String, Pack> packs, String family, Sample sample) {
        Pack pack = packs.computeIfAbsent(family, _ -> new Pack());
        pack.begin(sample);
        return pack;
    }
}
