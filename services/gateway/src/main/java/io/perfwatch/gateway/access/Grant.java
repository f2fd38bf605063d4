package io.perfwatch.gateway.access;

/** What lets someone in, and ends some day. */
sealed interface Grant {
    /** A login in a browser. */
    record Session(String id) implements Grant {}

    /** An API token of a machine. */
    record Token(String id) implements Grant {}
}
