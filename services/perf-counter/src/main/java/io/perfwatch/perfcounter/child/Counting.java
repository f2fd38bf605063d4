package io.perfwatch.perfcounter.child;

import io.perfwatch.perfcounter.plan.EventPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What perf can count here.
 *
 * @param json whether this perf writes JSON; else CSV
 * @param unavailable by path, which events it cannot count and why
 */
public record Counting(EventPlan plan, boolean json, Map<String, String> unavailable) {
    public Counting {
        unavailable = Collections.unmodifiableMap(new LinkedHashMap<>(unavailable));
    }
}
