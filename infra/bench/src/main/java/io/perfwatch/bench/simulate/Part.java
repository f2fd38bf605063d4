package io.perfwatch.bench.simulate;

import java.util.List;

/** A piece of a simulated event. */
public sealed interface Part {
    String name();

    /** How many values it has. */
    int leaves();

    /** One value. */
    record Single(String name, Walk walk) implements Part {
        @Override
        public int leaves() {
            return 1;
        }
    }

    /** An array: one value a core. */
    record Column(String name, Walk walk, int leaves) implements Part {}

    /** A family, a device or a table. */
    record Group(String name, List<Part> parts) implements Part {
        @Override
        public int leaves() {
            return parts.stream().mapToInt(Part::leaves).sum();
        }
    }
}
