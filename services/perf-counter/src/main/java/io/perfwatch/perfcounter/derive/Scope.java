package io.perfwatch.perfcounter.derive;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.perfwatch.perfcounter.derive.Tally.Present;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Reading;
import io.perfwatch.perfcounter.output.PerfLine.TopDown;
import io.perfwatch.perfcounter.plan.EventPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was counted on the host, or on one CPU, in one interval.
 *
 * @param groups by the plan's groups, each by event; an event that a broken line hides is left out
 * @param perPmu by the printed name, where that is not the event's own
 * @param topDown perf's own metrics
 */
record Scope(List<Map<String, Tally>> groups, Map<String, Tally> perPmu, List<TopDown> topDown) {

    static Scope of(EventPlan plan, Collection<Data> lines) {
        Scope scope = empty(plan);
        lines.stream()
                .map(Data::reading)
                .filter(Objects::nonNull)
                .collect(groupingBy(Reading::event, LinkedHashMap::new, toList()))
                .forEach((printed, readings) -> scope.take(plan, printed, readings));
        lines.stream().map(Data::topDown).filter(Objects::nonNull).forEach(scope.topDown::add);
        return scope;
    }

    private static Scope empty(EventPlan plan) {
        List<Map<String, Tally>> groups = new ArrayList<>();
        plan.groups().forEach(_ -> groups.add(new LinkedHashMap<>()));
        return new Scope(groups, new LinkedHashMap<>(), new ArrayList<>());
    }

    /** The n-th line of an event is of the n-th group that has it; with one lost, nobody knows. */
    private void take(EventPlan plan, String printed, List<Reading> readings) {
        String asked = plan.askedFor(printed);
        List<Integer> positions = asked == null ? List.of() : plan.groupsOf(asked);
        if (asked == null || readings.size() < positions.size()) {
            return;
        }
        for (int i = 0; i < positions.size(); i++) {
            Tally tally = Tally.of(readings.get(i));
            groups.get(positions.get(i)).merge(asked, tally, Tally::plus);
            if (!printed.equals(asked)) {
                perPmu.merge(printed, tally, Scope::better);
            }
        }
    }

    /** All CPUs together; an offline one, on which nothing counted, takes no part. */
    static Scope sum(EventPlan plan, Collection<Scope> cpus) {
        Scope sum = empty(plan);
        for (Scope cpu : cpus) {
            if (cpu.isOnline()) {
                for (int i = 0; i < sum.groups.size(); i++) {
                    Map<String, Tally> group = sum.groups.get(i);
                    cpu.groups
                            .get(i)
                            .forEach((event, tally) -> group.merge(event, tally, Tally::plus));
                }
                cpu.perPmu.forEach((event, tally) -> sum.perPmu.merge(event, tally, Tally::plus));
            }
        }
        return sum;
    }

    boolean isOnline() {
        return groups.stream()
                .flatMap(g -> g.values().stream())
                .anyMatch(t -> t instanceof Present);
    }

    /** Each event once: from the group in which it was on the hardware for longest. */
    Map<String, Tally> events() {
        Map<String, Tally> events = new LinkedHashMap<>();
        groups.forEach(g -> g.forEach((event, tally) -> events.merge(event, tally, Scope::better)));
        events.putAll(perPmu);
        return events;
    }

    /** The group that has all {@code wanted} and was on the hardware for longest. */
    @Nullable Map<String, Tally> groupOf(Collection<String> wanted) {
        return groups.stream()
                .filter(g -> wanted.stream().allMatch(e -> g.get(e) instanceof Present))
                .max(
                        comparingDouble(g ->
                                ratio(Objects.requireNonNull(g.get(wanted.iterator().next())))))
                .orElse(null);
    }

    private static Tally better(Tally one, Tally other) {
        return ratio(other) > ratio(one) ? other : one;
    }

    private static double ratio(Tally tally) {
        return tally instanceof Present present ? present.runningRatio() : -1;
    }
}
