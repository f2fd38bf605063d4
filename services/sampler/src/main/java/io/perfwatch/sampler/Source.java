package io.perfwatch.sampler;

/** Where the numbers come from. */
enum Source {
    /** The kernel's files on Linux, OSHI elsewhere. */
    AUTO,
    /** {@code /proc} and {@code /sys}. */
    KERNEL,
    /** The OSHI library: less, and on Linux more slowly. */
    OSHI;

    boolean isOshi() {
        return switch (this) {
            case AUTO -> !System.getProperty("os.name").equals("Linux");
            case KERNEL -> false;
            case OSHI -> true;
        };
    }
}
