package io.perfwatch.perfcounter.plan;

import java.util.List;

/**
 * Groups of which one is wanted.
 *
 * @param alternatives the first that this CPU has in full is taken
 */
public record Choice(List<EventGroup> alternatives) {
    public Choice {
        alternatives = List.copyOf(alternatives);
    }

    static Choice of(String... events) {
        return new Choice(List.of(EventGroup.of(events)));
    }

    static Choice either(EventGroup one, EventGroup other) {
        return new Choice(List.of(one, other));
    }
}
