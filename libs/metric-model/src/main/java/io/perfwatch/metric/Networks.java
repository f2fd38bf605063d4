package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;

/** The host's network interfaces by name, from {@code /proc/1/net/dev}. */
public record Networks(
        double intervalSeconds,
        @JsonAnyGetter @JsonAnySetter Map<String, NetworkInterface> interfaces)
        implements SystemFamily {
    public Networks {
        interfaces = Absent.toEmpty(interfaces);
    }
}
