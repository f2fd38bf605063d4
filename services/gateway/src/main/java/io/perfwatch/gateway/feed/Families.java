package io.perfwatch.gateway.feed;

import io.perfwatch.metric.EventReader;
import java.util.HashSet;
import java.util.Set;

/** Notes which families an event has; what cannot be measured is not looked at. */
final class Families implements EventReader.LeafVisitor {
    private final Set<String> names = new HashSet<>();

    Set<String> names() {
        return names;
    }

    @Override
    public void number(String family, String path, String decimal) {
        names.add(family);
    }

    @Override
    public void text(String family, String path, String value) {
        names.add(family);
    }

    @Override
    public void bool(String family, String path, boolean value) {
        names.add(family);
    }
}
