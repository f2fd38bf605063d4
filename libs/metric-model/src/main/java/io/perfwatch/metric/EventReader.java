package io.perfwatch.metric;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads any event, of this version or a newer one: checks the envelope and the bounds, and hands
 * out every leaf with its path. What is in a family is not looked at, so a new one passes.
 *
 * <p>Paths follow from the JSON alone. In a family, a number, string or boolean is a member ({@code
 * cpu.utilization}); an object is what its own first member is: of an array, a table of columns
 * ({@code "cores": {"utilization": [0.1, 0.7]}} is {@code cores[0].utilization} and {@code
 * cores[1].utilization}); of anything else, a device ({@code "vda": {…}} is {@code [vda]}). A list
 * of objects has no paths and is passed over.
 */
public final class EventReader {
    /**
     * Takes the leaves of one event, in the order in which they stand. Nulls are not handed out.
     */
    public interface LeafVisitor {
        /**
         * @param path inside the family: {@code [vda].utilization}
         * @param decimal as it stands in the JSON, finite
         */
        void number(String family, String path, String decimal);

        /**
         * The same where it stands, for who need not make a string of it.
         *
         * @param json ASCII from {@code from} to {@code to}, which is exclusive
         */
        default void number(String family, String path, byte[] json, int from, int to) {
            number(family, path, new String(json, from, to - from, ISO_8859_1));
        }

        void text(String family, String path, String value);

        void bool(String family, String path, boolean value);

        /** A reason from {@code unavailable}. */
        default void unavailable(String what, String reason) {}
    }

    private final JsonCursor json;
    private final byte[] bytes;
    private final LeafVisitor visitor;
    private final PathCache paths;
    private final EventSize size = new EventSize();
    private @Nullable String host;
    private @Nullable String probe;
    private @Nullable String run;
    private @Nullable String time;
    private long sequence;

    private EventReader(byte[] bytes, LeafVisitor visitor, PathCache paths) {
        this.json = new JsonCursor(bytes);
        this.bytes = bytes;
        this.visitor = visitor;
        this.paths = paths;
    }

    /** For the odd event; who reads many keeps a {@link PathCache}. */
    public static Envelope read(byte[] json, LeafVisitor visitor) {
        return read(json, visitor, new PathCache());
    }

    /**
     * Hands the leaves to {@code visitor} as they are met; they count only if this returns.
     *
     * @throws MalformedEventException if it is not JSON, or breaks the envelope or the bounds
     */
    public static Envelope read(byte[] json, LeafVisitor visitor, PathCache paths) {
        if (json.length > EventBounds.MAX_BYTES) {
            throw new MalformedEventException(
                    "%d bytes, at most %d are allowed"
                            .formatted(json.length, EventBounds.MAX_BYTES));
        }
        return new EventReader(json, visitor, paths).event();
    }

    private Envelope event() {
        if (json.peek() != '{') {
            json.passValue();
            throw new MalformedEventException("not a JSON object");
        }
        members(paths.root(), this::eventMember);
        if (!json.isAtEnd()) {
            throw new MalformedEventException("more after the end of the object");
        }
        return envelope();
    }

    private interface Member {
        void read(PathCache.Name name);
    }

    /**
     * From the opening to the end of an object; the names are looked for in the order of last time.
     */
    private void members(PathCache.Place place, Member member) {
        long object = paths.nextObject();
        int expected = 0;
        json.enter();
        for (boolean first = true; json.hasNext(first, '}'); first = false) {
            PathCache.Name name = place.name(json, expected, object);
            expected = name.index + 1;
            json.expect(':');
            member.read(name);
        }
    }

    private void eventMember(PathCache.Name name) {
        switch (name.text) {
            case "host" -> host = string(name.text);
            case "probe" -> probe = string(name.text);
            case "run" -> run = string(name.text);
            case "time" -> time = string(name.text);
            case "sequence" -> sequence = sequence();
            case "unavailable" -> unavailable(name);
            default -> family(name);
        }
    }

    private Envelope envelope() {
        if (host == null || probe == null || run == null || time == null || sequence == 0) {
            throw new MalformedEventException("envelope: " + missing() + " is missing");
        }
        try {
            return new Envelope(host, probe, uuid(run), sequence, instant(time));
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("envelope: " + e.getMessage(), e);
        }
    }

    private String missing() {
        if (host == null) {
            return "host";
        }
        if (probe == null) {
            return "probe";
        }
        if (run == null) {
            return "run";
        }
        return time == null ? "time" : "sequence";
    }

    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("run must be a UUID");
        }
        return UUID.fromString(text);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time must be RFC 3339", e);
        }
    }

    private String string(String name) {
        if (json.peek() != '"') {
            json.passValue();
            throw new MalformedEventException("envelope: " + name + " must be a string");
        }
        return json.string();
    }

    private long sequence() {
        json.peek();
        int from = json.position();
        json.passValue();
        long value = whole(new String(bytes, from, json.position() - from, ISO_8859_1));
        if (value < 1) {
            throw new MalformedEventException(
                    "envelope: sequence must be at least 1, was " + value);
        }
        return value;
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedEventException("envelope: sequence must be a whole number", e);
        }
    }

    private void unavailable(PathCache.Name name) {
        if (json.peek() != '{') {
            throw new MalformedEventException("envelope: unavailable must be an object");
        }
        members(
                name.family(),
                what -> {
                    size.countLeaf();
                    if (json.peek() == '"') {
                        visitor.unavailable(what.text, json.string());
                    } else {
                        json.passValue();
                    }
                });
    }

    /** A member of a later version that is no object is passed over. */
    private void family(PathCache.Name family) {
        if (json.peek() == '{') {
            members(family.family(), member -> value(family.text, member));
        } else {
            json.passValue();
        }
    }

    private void value(String family, PathCache.Name name) {
        switch (json.peek()) {
            case '{' -> {
                PathCache.Place inside = isTable() ? name.table() : name.device();
                size.countPath(inside.path);
                members(inside, member -> value(family, member));
            }
            case '[' -> column(family, name);
            default -> leaf(family, name.member());
        }
    }

    /** Whether the first member of the object that stands here is an array; stays here. */
    private boolean isTable() {
        int here = json.position();
        json.moveTo(here + 1);
        boolean table = false;
        if (json.peek() == '"') {
            json.rawString();
            json.expect(':');
            table = json.peek() == '[';
        }
        json.moveTo(here);
        return table;
    }

    private void column(String family, PathCache.Name name) {
        json.enter();
        for (int row = 0; json.hasNext(row == 0, ']'); row++) {
            byte first = json.peek();
            if (first == '{' || first == '[') {
                json.passValue();
            } else {
                leaf(family, name.row(row));
            }
        }
    }

    private void leaf(String family, String path) {
        size.countLeaf();
        size.countPath(path);
        switch (json.peek()) {
            case '"' -> visitor.text(family, path, json.string());
            case 't' -> {
                json.passWord("true");
                visitor.bool(family, path, true);
            }
            case 'f' -> {
                json.passWord("false");
                visitor.bool(family, path, false);
            }
            case 'n' -> json.passWord("null");
            default -> number(family, path);
        }
    }

    private void number(String family, String path) {
        int from = json.position();
        boolean hasExponent = json.passNumber();
        int to = json.position();
        if (hasExponent && !isFinite(from, to)) {
            throw new MalformedEventException(path + " is not a finite number");
        }
        visitor.number(family, path, bytes, from, to);
    }

    /** Without an exponent, the limit of 64 characters keeps a number far below infinity. */
    private boolean isFinite(int from, int to) {
        return Double.isFinite(Double.parseDouble(new String(bytes, from, to - from, ISO_8859_1)));
    }
}
