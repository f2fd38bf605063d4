package io.perfwatch.standalone;

import java.nio.file.Path;
import java.util.List;

/** The four services, in the order of the data's way. */
enum Service {
    SAMPLER("sampler", 4, 24),
    PERF_COUNTER("perf-counter", 5, 24),
    PERSISTER("persister", 6, 128),
    GATEWAY("gateway", 7, 128);

    private final String title;
    private final int managementOffset;
    private final int heapMebibytes;

    Service(String title, int managementOffset, int heapMebibytes) {
        this.title = title;
        this.managementOffset = managementOffset;
        this.heapMebibytes = heapMebibytes;
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
        return List.of("-Xmx" + heapMebibytes + "m", "-XX:TieredStopAtLevel=1");
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
