package io.perfwatch.gateway.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.perfwatch.gateway.GatewayProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Whether a host reports, by how long ago the broker took its newest event. */
public enum HostState {
    /** As it should be. */
    @JsonProperty("up")
    UP,
    /** Silent for longer than a few samples. */
    @JsonProperty("late")
    LATE,
    /** Silent for so long that it will hardly be just a hiccup. */
    @JsonProperty("gone")
    GONE;

    /** Of a host that was last seen then. */
    public static HostState of(Instant lastSeen, Instant now, GatewayProperties.Hosts limits) {
        Duration silence = Duration.between(lastSeen, now);
        if (silence.compareTo(limits.lateAfter()) < 0) {
            return UP;
        }
        return silence.compareTo(limits.goneAfter()) < 0 ? LATE : GONE;
    }

    /** As it stands in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
