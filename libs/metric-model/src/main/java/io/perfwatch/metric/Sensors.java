package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;

/**
 * Sensors by chip and label, from {@code /sys/class/hwmon}, {@code thermal} and {@code powercap}.
 */
public record Sensors(
        double intervalSeconds, @JsonAnyGetter @JsonAnySetter Map<String, Sensor> sensors)
        implements SystemFamily {
    public Sensors {
        sensors = Absent.toEmpty(sensors);
    }
}
