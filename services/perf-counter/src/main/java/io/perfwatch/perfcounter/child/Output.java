package io.perfwatch.perfcounter.child;

/** What can be had of a child. */
sealed interface Output {
    record Line(String text) implements Output {}

    /** Nothing more will come. */
    record End() implements Output {}

    /** Nothing came in time. */
    record Silence() implements Output {}
}
