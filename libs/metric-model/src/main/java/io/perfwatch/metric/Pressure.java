package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;

/**
 * Time lost waiting, by resource ({@code cpu}, {@code memory}, {@code io}, {@code irq}), from
 * {@code /proc/pressure}.
 */
public record Pressure(
        double intervalSeconds, @JsonAnyGetter @JsonAnySetter Map<String, PressureStall> resources)
        implements SystemFamily {
    public Pressure {
        resources = Absent.toEmpty(resources);
    }
}
