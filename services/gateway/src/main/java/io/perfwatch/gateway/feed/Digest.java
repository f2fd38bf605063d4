package io.perfwatch.gateway.feed;

import io.perfwatch.metric.EventReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the gateway notes of an event: its families, its headline numbers, its labels. */
final class Digest implements EventReader.LeafVisitor {
    private static final String LABELS = "labels";

    private final Set<String> families = new HashSet<>();
    private final Map<String, String> headline = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private String current = "";
    private Map<String, String> headlinePaths = Map.of();

    /** Those that hold values; what cannot be measured is not among them. */
    Set<String> families() {
        return families;
    }

    /** Decimals as they stand in the event, by their paths. */
    Map<String, String> headline() {
        return headline;
    }

    Map<String, String> labels() {
        return labels;
    }

    @Override
    public void number(String family, String path, String decimal) {
        enter(family);
        String whole = headlinePaths.get(path);
        if (whole != null) {
            headline.put(whole, decimal);
        }
    }

    @Override
    public void text(String family, String path, String value) {
        enter(family);
        if (family.equals(LABELS)) {
            labels.put(path, value);
        }
    }

    @Override
    public void bool(String family, String path, boolean value) {
        enter(family);
    }

    /** An event has hundreds of leaves and a dozen families. */
    private void enter(String family) {
        if (!family.equals(current)) {
            current = family;
            families.add(family);
            headlinePaths = Headline.of(family);
        }
    }
}
