package io.perfwatch.perfcounter.plan;

import java.util.List;

/**
 * Groups of which one is wanted.
 *
 * @param alternatives the first that this CPU has in full is taken
 * @param whole whether a part of it is of no use
 */
public record Choice(List<EventGroup> alternatives, boolean whole) {
    public Choice {
        alternatives = List.copyOf(alternatives);
    }

    /** A part of it is of use too. */
    public Choice(List<EventGroup> alternatives) {
        this(alternatives, false);
    }

    static Choice of(String... events) {
        return new Choice(List.of(EventGroup.of(events)));
    }

    static Choice wholeOf(String... events) {
        return new Choice(List.of(EventGroup.of(events)), true);
    }

    static Choice either(EventGroup one, EventGroup other) {
        return new Choice(List.of(one, other));
    }
}
