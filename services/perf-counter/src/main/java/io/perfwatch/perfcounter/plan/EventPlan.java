package io.perfwatch.perfcounter.plan;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one run of perf counts. An event may be in several groups: perf prints it once for each, in
 * this order, which is how its lines are told apart.
 */
public final class EventPlan {
    private static final Pattern OF_PMU = Pattern.compile("\\w+/([^/]+)/(\\w*)");

    private final List<EventGroup> groups;
    private final boolean topDownMetric;
    private final Map<String, List<Integer>> groupsOf = new LinkedHashMap<>();

    /**
     * @param topDownMetric whether perf's own metric TopdownL1 is asked for as well
     */
    public EventPlan(List<EventGroup> groups, boolean topDownMetric) {
        this.groups = List.copyOf(groups);
        this.topDownMetric = topDownMetric;
        for (int i = 0; i < groups.size(); i++) {
            for (String event : groups.get(i).events()) {
                groupsOf.computeIfAbsent(event, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    public List<EventGroup> groups() {
        return groups;
    }

    public boolean topDownMetric() {
        return topDownMetric;
    }

    public boolean isEmpty() {
        return groups.isEmpty() && !topDownMetric;
    }

    /** Each event once. */
    public Set<String> events() {
        return groupsOf.keySet();
    }

    /** Positions in {@link #groups} of those that hold {@code event}; none for a stranger. */
    public List<Integer> groupsOf(String event) {
        return groupsOf.getOrDefault(event, List.of());
    }

    /**
     * The event that was asked for, where perf printed {@code printed}: a hybrid CPU has {@code
     * cpu_core/cycles/} and {@code cpu_atom/cycles/} for {@code cycles}. Absent for a stranger.
     */
    public @Nullable String askedFor(String printed) {
        if (groupsOf.containsKey(printed)) {
            return printed;
        }
        Matcher matcher = OF_PMU.matcher(printed);
        String name =
                !matcher.matches()
                        ? printed
                        : matcher.group(2).isEmpty()
                                ? matcher.group(1)
                                : matcher.group(1) + ":" + matcher.group(2);
        return groupsOf.containsKey(name) ? name : null;
    }

    /** The argument of {@code -e}. */
    public String eventArgument() {
        return groups.stream().map(EventGroup::toString).collect(joining(","));
    }
}
