package io.perfwatch.standalone;

import java.nio.file.Path;
import java.util.List;

/** The four services, in the order of the data's way. */
enum Service {
    SAMPLER("sampler", 4, JvmOptions.PROBE),
    PERF_COUNTER("perf-counter", 5, JvmOptions.PROBE),
    PERSISTER("persister", 6, JvmOptions.SERVICE),
    GATEWAY("gateway", 7, JvmOptions.SERVICE);

    private final String title;
    private final int managementOffset;
    private final List<String> jvmOptions;

    Service(String title, int managementOffset, List<String> jvmOptions) {
        this.title = title;
        this.managementOffset = managementOffset;
        this.jvmOptions = jvmOptions;
    }

    String title() {
        return title;
    }

    /** Its management port, counted from the dashboard's. */
    int managementOffset() {
        return managementOffset;
    }

    /** What a single host needs. */
    List<String> jvmOptions() {
        return jvmOptions;
    }

    boolean isProbe() {
        return this == SAMPLER || this == PERF_COUNTER;
    }

    boolean usesDatabase() {
        return this == PERSISTER || this == GATEWAY;
    }

    /** What the build makes, under the repository's root. */
    Path jar(Path root) {
        return root.resolve("services/%1$s/target/%1$s.jar".formatted(title));
    }

    Path pom(Path root) {
        return root.resolve("services/%s/pom.xml".formatted(title));
    }
}
