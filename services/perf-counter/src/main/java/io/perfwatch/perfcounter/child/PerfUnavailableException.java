package io.perfwatch.perfcounter.child;

/** perf cannot count here and now; the message says why, for people. */
public final class PerfUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public PerfUnavailableException(String reason) {
        super(reason);
    }
}
