package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;

/**
 * What {@code perf stat} counted, by the event's name ({@code context-switches}).
 *
 * @param intervalSeconds as perf measured it
 * @param events only those that counted in this interval
 */
public record Counters(
        double intervalSeconds, @JsonAnyGetter @JsonAnySetter Map<String, Counter> events)
        implements Family {
    public Counters {
        events = Absent.toEmpty(events);
    }
}
