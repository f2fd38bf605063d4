package io.perfwatch.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * The address of one number in an event: {@code cpu.utilization}, {@code disks[vda].utilization},
 * {@code cpu.cores[3].utilization}, {@code disks[*].utilization}.
 *
 * <pre>
 * path   = member *( "." member / "[" key "]" )
 * member = ALPHA *( ALPHA / DIGIT )
 * key    = 1*( any character but "]" and "\" / "\" any character )
 * </pre>
 *
 * A key that is just {@code *} stands for every key; a key of that very name is written {@code \*}.
 */
public record MetricPath(List<Step> steps) {

    /** One part of a path. */
    public sealed interface Step {}

    /** {@code .name}: a member of a record. */
    public record Member(String name) implements Step {}

    /** {@code [name]}: a device, an event, or the number of a core. */
    public record Key(String name) implements Step {}

    /** {@code [*]}: every device there is. */
    public record AnyKey() implements Step {}

    public MetricPath {
        steps = List.copyOf(steps);
        if (!(steps.getFirst() instanceof Member)) {
            throw new IllegalArgumentException("a path starts with a family's name");
        }
    }

    /**
     * @throws IllegalArgumentException if {@code text} is no path; the message quotes it and names
     *     the position
     */
    public static MetricPath parse(String text) {
        return new MetricPath(new Parser(text).steps());
    }

    /** The first member. */
    public String family() {
        return ((Member) steps.getFirst()).name();
    }

    /** The path inside the family: {@code utilization}, {@code [vda].utilization}. */
    public String insideFamily() {
        return write(steps.subList(1, steps.size()));
    }

    public boolean hasWildcard() {
        return steps.contains(new AnyKey());
    }

    /** Whether this path, perhaps with wildcards, covers {@code other}, which has none. */
    public boolean matches(MetricPath other) {
        if (steps.size() != other.steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            Step mine = steps.get(i);
            Step theirs = other.steps.get(i);
            boolean any = mine instanceof AnyKey && theirs instanceof Key;
            if (!any && !mine.equals(theirs)) {
                return false;
            }
        }
        return true;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return write(steps);
    }

    /** {@code name} as it stands between brackets. */
    public static String escapeKey(String name) {
        if (name.equals("*")) {
            return "\\*";
        }
        return name.indexOf(']') < 0 && name.indexOf('\\') < 0
                ? name
                : name.replace("\\", "\\\\").replace("]", "\\]");
    }

    private static String write(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Member(String name) -> text.append(text.isEmpty() ? "" : ".").append(name);
                case Key(String name) -> text.append('[').append(escapeKey(name)).append(']');
                case AnyKey() -> text.append("[*]");
            }
        }
        return text.toString();
    }

    /** Reads from left to right, once. */
    private static final class Parser {
        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            steps.add(member());
            while (position < text.length()) {
                steps.add(
                        switch (text.charAt(position++)) {
                            case '.' -> member();
                            case '[' -> key();
                            default -> throw wrong("expected . or [", position - 1);
                        });
            }
            return steps;
        }

        private Step member() {
            int start = position;
            while (position < text.length() && isMemberCharacter(position - start)) {
                position++;
            }
            if (position == start) {
                throw wrong("expected a name", start);
            }
            return new Member(text.substring(start, position));
        }

        private boolean isMemberCharacter(int index) {
            char c = text.charAt(position);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            return letter || index > 0 && c >= '0' && c <= '9';
        }

        private Step key() {
            int start = position;
            StringBuilder name = new StringBuilder();
            while (position < text.length()) {
                char c = text.charAt(position++);
                if (c == ']') {
                    return key(name.toString(), start);
                }
                if (c == '\\' && position < text.length()) {
                    c = text.charAt(position++);
                }
                name.append(c);
            }
            throw wrong("expected ]", position);
        }

        private Step key(String name, int start) {
            if (name.isEmpty()) {
                throw wrong("expected a key", start);
            }
            return text.startsWith("*]", start) ? new AnyKey() : new Key(name);
        }

        private IllegalArgumentException wrong(String what, int at) {
            return new IllegalArgumentException(
                    "not a metric path: \"" + text + "\": " + what + " at position " + at);
        }
    }
}
