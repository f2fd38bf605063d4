package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;

/**
 * Block devices that hold data, by name, from {@code /proc/diskstats}; partitions, loop and RAM
 * disks are left out.
 */
public record Disks(double intervalSeconds, @JsonAnyGetter @JsonAnySetter Map<String, Disk> devices)
        implements SystemFamily {
    public Disks {
        devices = Absent.toEmpty(devices);
    }
}
