package io.perfwatch.gateway.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.perfwatch.gateway.GatewayProperties;
import java.time.Duration;

/** Whether a host reports, by how long ago the broker took its newest event. */
enum HostState {
    /** As it should be. */
    @JsonProperty("up")
    UP,
    /** Silent for longer than a few samples. */
    @JsonProperty("late")
    LATE,
    /** Silent for so long that it will hardly be just a hiccup. */
    @JsonProperty("gone")
    GONE;

    static HostState after(Duration silence, GatewayProperties.Hosts limits) {
        if (silence.compareTo(limits.lateAfter()) < 0) {
            return UP;
        }
        return silence.compareTo(limits.goneAfter()) < 0 ? LATE : GONE;
    }
}
