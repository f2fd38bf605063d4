package io.perfwatch.sampler.process;

/** How much of command lines is sent. */
public enum CommandLines {
    /** Nothing. */
    NONE,
    /** With what looks like a secret masked. */
    REDACTED,
    /** As they are. */
    FULL
}
