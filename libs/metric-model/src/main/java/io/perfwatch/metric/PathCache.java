package io.perfwatch.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths that were met before, so that {@link EventReader} builds none twice: from one tick to the
 * next an event has the same ones. Not for two threads at once. Bounded: devices that come and go
 * do not fill it for ever.
 */
public final class PathCache {
    private static final int MOST_PATHS = 200_000;

    private Node root = new Node("");
    private int paths;

    /** Forgets everything when there is too much of it; between two events only. */
    Node root() {
        if (paths > MOST_PATHS) {
            root = new Node("");
            paths = 0;
        }
        return root;
    }

    /** A place in a family. */
    final class Node {
        final String path;
        private final Map<String, Node> members = new HashMap<>();
        private final Map<String, Node> keys = new HashMap<>();
        private final List<Node> rows = new ArrayList<>();

        private Node(String path) {
            this.path = path;
            paths++;
        }

        Node member(String name) {
            Node known = members.get(name);
            return known != null
                    ? known
                    : remember(members, name, path.isEmpty() ? name : path + "." + name);
        }

        Node key(String name) {
            Node known = keys.get(name);
            return known != null
                    ? known
                    : remember(keys, name, path + "[" + MetricPath.escapeKey(name) + "]");
        }

        /** The row of a table; asked for in order, from 0. */
        Node row(int index) {
            if (index == rows.size()) {
                rows.add(new Node(path + "[" + index + "]"));
            }
            return rows.get(index);
        }

        private Node remember(Map<String, Node> into, String name, String childPath) {
            Node child = new Node(childPath);
            into.put(name, child);
            return child;
        }
    }
}
