package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The busiest control groups by path, from {@code /sys/fs/cgroup}, version 2 or 1. */
public record Cgroups(
        double intervalSeconds,
        @Metric(value = "Groups that there are", unit = Metric.Unit.COUNT) @Nullable Long total,
        @JsonAnyGetter @JsonAnySetter Map<String, Cgroup> groups)
        implements SystemFamily {
    public Cgroups {
        groups = Absent.toEmpty(groups);
    }
}
