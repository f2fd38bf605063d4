package io.perfwatch.metric;

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
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if {@code text} is no path; the message quotes it and names
     *     the position
     */
    public static MetricPath parse(String text) {
        return new MetricPath(new MetricPathParser(text).steps());
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
}
