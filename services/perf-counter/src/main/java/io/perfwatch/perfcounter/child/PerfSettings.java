package io.perfwatch.perfcounter.child;

import io.perfwatch.perfcounter.plan.Choice;
import java.time.Duration;
import java.util.List;

/**
 * What perf is to do.
 *
 * @param program path, or a name to look for on the PATH
 * @param interval between two prints
 * @param perCore whether each CPU is counted by itself
 * @param topDown whether perf's metric TopdownL1 may stand in for the slots event
 * @param retry wait before the first new start; each next is twice as long
 * @param longestRetry bound of that
 * @param patience how long perf may print nothing before it is killed
 */
public record PerfSettings(
        String program,
        Duration interval,
        List<Choice> choices,
        boolean perCore,
        boolean topDown,
        Duration retry,
        Duration longestRetry,
        Duration patience) {
    public PerfSettings {
        choices = List.copyOf(choices);
    }
}
