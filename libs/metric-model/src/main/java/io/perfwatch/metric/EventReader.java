package io.perfwatch.metric;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

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
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(EventBounds.MAX_DEPTH)
                                    .maxNumberLength(64)
                                    .maxNameLength(1024)
                                    .build())
                    .build();

    /**
     * Takes the leaves of one event, in the order in which they stand. Nulls are not handed out.
     */
    public interface LeafVisitor {
        /**
         * @param path inside the family: {@code [vda].utilization}
         * @param decimal as it stands in the JSON, finite
         */
        void number(String family, String path, String decimal);

        void text(String family, String path, String value);

        void bool(String family, String path, boolean value);

        /** A reason from {@code unavailable}. */
        default void unavailable(String what, String reason) {}
    }

    private final JsonParser parser;
    private final LeafVisitor visitor;
    private final PathCache.Node root;
    private @Nullable String host;
    private @Nullable String probe;
    private @Nullable String run;
    private @Nullable String time;
    private long sequence;
    private int leaves;

    private EventReader(JsonParser parser, LeafVisitor visitor, PathCache paths) {
        this.parser = parser;
        this.visitor = visitor;
        this.root = paths.root();
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
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new EventReader(parser, visitor, paths).event();
        } catch (JacksonException e) {
            throw new MalformedEventException("not readable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Envelope event() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedEventException("not a JSON object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "host" -> host = string(name);
                case "probe" -> probe = string(name);
                case "run" -> run = string(name);
                case "time" -> time = string(name);
                case "sequence" -> sequence = sequence();
                case "unavailable" -> unavailable(value);
                default -> family(name, value);
            }
        }
        if (parser.nextToken() != null) {
            throw new MalformedEventException("more after the end of the object");
        }
        return envelope();
    }

    private Envelope envelope() {
        String missing =
                host == null
                        ? "host"
                        : probe == null
                                ? "probe"
                                : run == null
                                        ? "run"
                                        : time == null ? "time" : sequence == 0 ? "sequence" : null;
        if (host == null || probe == null || run == null || time == null || missing != null) {
            throw new MalformedEventException("envelope: " + missing + " is missing");
        }
        try {
            return new Envelope(host, probe, uuid(run), sequence, instant(time));
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("envelope: " + e.getMessage(), e);
        }
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
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedEventException("envelope: " + name + " must be a string");
        }
        return parser.getString();
    }

    private long sequence() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new MalformedEventException("envelope: sequence must be a whole number");
        }
        long value = parser.getLongValue();
        if (value < 1) {
            throw new MalformedEventException(
                    "envelope: sequence must be at least 1, was " + value);
        }
        return value;
    }

    private void unavailable(JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            throw new MalformedEventException("envelope: unavailable must be an object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String what = parser.currentName();
            count();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                visitor.unavailable(what, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    /** A member of a later version that is no object is passed over. */
    private void family(String name, JsonToken value) {
        if (value == JsonToken.START_OBJECT) {
            parser.nextToken();
            members(name, root);
        } else {
            parser.skipChildren();
        }
    }

    /** From the first member's name, or the object's end, to the end. */
    private void members(String family, PathCache.Node node) {
        while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> object(family, node, name);
                case START_ARRAY -> column(family, node, name);
                default -> leaf(family, node.member(name).path);
            }
            parser.nextToken();
        }
    }

    private void object(String family, PathCache.Node node, String name) {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            return;
        }
        String first = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean table = value == JsonToken.START_ARRAY;
        PathCache.Node inside = table ? node.member(name) : node.key(name);
        switch (value) {
            case START_OBJECT -> object(family, inside, first);
            case START_ARRAY -> column(family, inside, first);
            default -> leaf(family, inside.member(first).path);
        }
        parser.nextToken();
        members(family, inside);
    }

    private void column(String family, PathCache.Node node, String name) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
                continue;
            }
            leaf(family, node.row(i).member(name).path);
        }
    }

    private void leaf(String family, String path) {
        count();
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    visitor.number(family, path, decimal(path));
            case VALUE_STRING -> visitor.text(family, path, parser.getString());
            case VALUE_TRUE -> visitor.bool(family, path, true);
            case VALUE_FALSE -> visitor.bool(family, path, false);
            default -> {}
        }
    }

    private String decimal(String path) {
        String text = parser.getString();
        if (mayBeInfinite(text) && !Double.isFinite(Double.parseDouble(text))) {
            throw new MalformedEventException(path + " is not a finite number");
        }
        return text;
    }

    /**
     * Without an exponent, the parser's limit of 64 characters keeps a number far below infinity.
     */
    private static boolean mayBeInfinite(String decimal) {
        return decimal.indexOf('e') >= 0 || decimal.indexOf('E') >= 0;
    }

    private void count() {
        if (++leaves > EventBounds.MAX_LEAVES) {
            throw new MalformedEventException(
                    "more than %d leaves".formatted(EventBounds.MAX_LEAVES));
        }
    }
}
