package io.perfwatch.sampling;

/** The version of a probe. */
public final class ProbeVersion {
    private ProbeVersion() {}

    /** As the build wrote it into the jar of {@code type}; {@code development} outside of one. */
    public static String of(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
