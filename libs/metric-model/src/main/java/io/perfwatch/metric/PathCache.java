package io.perfwatch.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paths that were met before, so that {@link EventReader} builds none twice: from one tick to the
 * next an event has the same ones, in the same order. Not for two threads at once. Bounded: devices
 * that come and go do not fill it for ever.
 */
public final class PathCache {
    private static final int MOST_PATHS = 100_000;

    /** An event may bring {@link EventBounds#MAX_PATH_CHARACTERS} more than that. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private static final int LONGEST_NAME = 1024;

    private Place root = new Place("");
    private int paths;
    private long characters;
    private long objects;

    /** The event itself; forgets everything when there is too much of it. */
    Place root() {
        if (paths > MOST_PATHS || characters > MOST_CHARACTERS) {
            root = new Place("");
            paths = 0;
            characters = 0;
        }
        return root;
    }

    private String counted(String path) {
        characters += path.length();
        return path;
    }

    /** A number for the object that is read now, to tell a name that stands in it twice. */
    long nextObject() {
        return ++objects;
    }

    /** Where members are: the event, a family, a device, a table. */
    final class Place {
        final String path;
        private final List<Name> names = new ArrayList<>();
        private final Map<String, Name> byText = new HashMap<>();

        private Place(String path) {
            this.path = path;
        }

        /**
         * The name that stands at the cursor; passes over it.
         *
         * @param expected index of the one that followed last time
         * @param object that it is in, of {@link #nextObject}
         */
        Name name(JsonCursor json, int expected, long object) {
            Name name =
                    expected < names.size() && json.passes(names.get(expected).raw)
                            ? names.get(expected)
                            : find(json);
            if (name.object == object) {
                throw json.malformed("Duplicate \"" + name.text + "\"");
            }
            name.object = object;
            return name;
        }

        private Name find(JsonCursor json) {
            byte[] raw = json.rawString();
            String text = JsonCursor.decode(raw);
            return byText.computeIfAbsent(text, _ -> add(raw, text));
        }

        private Name add(byte[] raw, String text) {
            if (raw.length > LONGEST_NAME) {
                throw new MalformedEventException(
                        "not readable as JSON: a name of more than %d bytes"
                                .formatted(LONGEST_NAME));
            }
            Name name = new Name(raw, text, names.size(), path);
            names.add(name);
            counted(text);
            paths++;
            return name;
        }
    }

    /** A name in a place, and the paths that begin with it. */
    final class Name {
        final String text;
        final int index;
        private final byte[] raw;
        private final String parent;
        private final List<String> rows = new ArrayList<>();
        private long object;
        private @Nullable String member;
        private @Nullable Place family;
        private @Nullable Place table;
        private @Nullable Place device;

        private Name(byte[] raw, String text, int index, String parent) {
            this.raw = raw;
            this.text = text;
            this.index = index;
            this.parent = parent;
        }

        /** As a member: {@code utilization}. */
        String member() {
            if (member == null) {
                member = parent.isEmpty() ? text : counted(parent + "." + text);
            }
            return member;
        }

        /** As a column of a table, one of its rows: {@code cores[0].utilization}. */
        String row(int index) {
            while (rows.size() <= index) {
                rows.add(counted("%s[%d].%s".formatted(parent, rows.size(), text)));
                paths++;
            }
            return rows.get(index);
        }

        /** As a family: paths begin anew in it. */
        Place family() {
            if (family == null) {
                family = new Place("");
            }
            return family;
        }

        Place table() {
            if (table == null) {
                table = new Place(member());
            }
            return table;
        }

        Place device() {
            if (device == null) {
                device = new Place(counted(parent + "[" + MetricPath.escapeKey(text) + "]"));
            }
            return device;
        }
    }
}
