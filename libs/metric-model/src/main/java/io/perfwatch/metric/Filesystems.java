package io.perfwatch.metric;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;

/**
 * Mounted file systems by mount point, from statvfs(3); those that hold no data of their own are
 * left out.
 */
public record Filesystems(
        double intervalSeconds, @JsonAnyGetter @JsonAnySetter Map<String, Filesystem> mounts)
        implements SystemFamily {
    public Filesystems {
        mounts = Absent.toEmpty(mounts);
    }
}
