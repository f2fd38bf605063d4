package io.perfwatch.standalone;

import java.nio.file.Path;
import java.util.List;

/** The four services, in the order of the data's way. */
enum Service {
    SAMPLER("sampler", 4),
    PERF_COUNTER("perf-counter", 5),
    PERSISTER("persister", 6),
    GATEWAY("gateway", 7);

    private final String title;
    private final int managementOffset;

    Service(String title, int managementOffset) {
        this.title = title;
        this.managementOffset = managementOffset;
    }

    String title() {
        return title;
    }

    /** Its management port, counted from the dashboard's. */
    int managementOffset() {
        return managementOffset;
    }

    /** A probe's as in containers and under systemd, a server's for a single host. */
    List<String> jvmOptions(Path root) {
        return switch (this) {
            case SAMPLER, PERF_COUNTER -> List.of("@" + root.resolve("infra/jvm/probe"));
            case PERSISTER -> List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
            case GATEWAY -> List.of("@" + root.resolve("infra/jvm/gateway"));
        };
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
