package io.perfwatch.bench.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The states that a CPU's time is spent in, of all CPUs or of one: each walks by itself, together
 * they are the whole of it. By their places among a host's values, in ten-thousandths.
 *
 * @param working what is neither idle nor waiting
 */
record CpuTime(int utilization, int idle, int waiting, List<Integer> working) {
    private static final long WHOLE = 10_000;
    private static final List<String> WORKING =
            List.of(
                    "userRatio",
                    "niceRatio",
                    "systemRatio",
                    "irqRatio",
                    "softirqRatio",
                    "stealRatio",
                    "guestRatio");

    /** All that there are in an event, in a row a CPU where they stand as columns. */
    static List<CpuTime> of(List<Part.Group> families) {
        List<CpuTime> found = new ArrayList<>();
        int first = 0;
        for (Part.Group family : families) {
            find(family, first, found);
            first += family.leaves();
        }
        return found;
    }

    private static void find(Part.Group group, int first, List<CpuTime> found) {
        Map<String, Integer> places = new HashMap<>();
        int rows = 1;
        int place = first;
        for (Part part : group.parts()) {
            places.put(part.name(), place);
            if (part instanceof Part.Group inner) {
                find(inner, place, found);
            } else {
                rows = part.leaves();
            }
            place += part.leaves();
        }
        for (int row = 0; places.containsKey("idleRatio") && row < rows; row++) {
            int cpu = row;
            found.add(of(name -> places.getOrDefault(name, -1) + cpu));
        }
    }

    private static CpuTime of(ToIntFunction<String> place) {
        return new CpuTime(
                place.applyAsInt("utilization"),
                place.applyAsInt("idleRatio"),
                place.applyAsInt("iowaitRatio"),
                WORKING.stream().map(place::applyAsInt).toList());
    }

    /** Idle is what the others leave; where they want more than there is, each gets less. */
    void fit(long[] values) {
        long wanted = values[waiting] + sum(values);
        if (wanted > WHOLE) {
            values[waiting] = values[waiting] * WHOLE / wanted;
            for (int state : working) {
                values[state] = values[state] * WHOLE / wanted;
            }
        }
        values[utilization] = sum(values);
        values[idle] = WHOLE - values[utilization] - values[waiting];
    }

    private long sum(long[] values) {
        long sum = 0;
        for (int state : working) {
            sum += values[state];
        }
        return sum;
    }
}
