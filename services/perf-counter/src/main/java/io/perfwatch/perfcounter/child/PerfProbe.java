package io.perfwatch.perfcounter.child;

import io.perfwatch.perfcounter.derive.Reasons;
import io.perfwatch.perfcounter.output.PerfLine.Data;
import io.perfwatch.perfcounter.output.PerfLine.Missing;
import io.perfwatch.perfcounter.output.PerfLineParser;
import io.perfwatch.perfcounter.plan.Choice;
import io.perfwatch.perfcounter.plan.EventGroup;
import io.perfwatch.perfcounter.plan.EventPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks perf for each event by itself: a single one that it does not know fails a whole run. */
public final class PerfProbe {
    private static final Logger log = LoggerFactory.getLogger(PerfProbe.class);
    private static final String SURE = "task-clock";
    static final String TOP_DOWN = "TopdownL1";

    private final Perf perf;
    private final PerfLineParser parser = new PerfLineParser(Perf.SEPARATOR);
    private final Map<String, String> unavailable = new LinkedHashMap<>();
    private final Map<String, Boolean> supported = new LinkedHashMap<>();
    private boolean json;

    private PerfProbe(Perf perf) {
        this.perf = perf;
    }

    /**
     * @param topDown whether perf's metric TopdownL1 is to stand in for a missing slots event
     * @throws PerfUnavailableException if it can count nothing
     */
    public static Counting ask(Perf perf, List<Choice> choices, boolean topDown)
            throws PerfUnavailableException, InterruptedException {
        return new PerfProbe(perf).ask(choices, topDown);
    }

    private Counting ask(List<Choice> choices, boolean topDown)
            throws PerfUnavailableException, InterruptedException {
        json = writesJson();
        List<EventGroup> groups = new ArrayList<>();
        for (Choice choice : choices) {
            for (EventGroup group : whole(best(choice))) {
                if (groups.stream().noneMatch(g -> g.events().containsAll(group.events()))) {
                    groups.add(group);
                }
            }
        }
        boolean slots = groups.stream().anyMatch(g -> g.events().contains("slots"));
        EventPlan plan = new EventPlan(groups, topDown && !slots && hasTopDownMetric());
        if (plan.isEmpty()) {
            throw new PerfUnavailableException("perf can count none of the events asked for");
        }
        return new Counting(plan, json, unavailable);
    }

    private boolean writesJson() throws PerfUnavailableException, InterruptedException {
        json = true;
        Trial trial = trial(List.of("-e", SURE));
        if (Refusal.isUnknownOption(trial)) {
            json = false;
            trial = trial(List.of("-e", SURE));
        }
        if (!counts(trial, EventGroup.of(SURE))) {
            throw new PerfUnavailableException(Refusal.ofRun(trial));
        }
        return json;
    }

    /** The first alternative that is there in full, else what is of use of the first. */
    private List<String> best(Choice choice) throws PerfUnavailableException, InterruptedException {
        List<String> fallback = new ArrayList<>();
        for (EventGroup alternative : choice.alternatives()) {
            List<String> there = new ArrayList<>();
            for (String event : alternative.events()) {
                if (isSupported(event)) {
                    there.add(event);
                }
            }
            if (there.size() == alternative.events().size()) {
                return there;
            }
            fallback = fallback.isEmpty() ? there : fallback;
        }
        return choice.whole() ? List.of() : fallback;
    }

    private boolean isSupported(String event)
            throws PerfUnavailableException, InterruptedException {
        Boolean known = supported.get(event);
        if (known != null) {
            return known;
        }
        Trial trial = trial(List.of("-e", event));
        boolean counts = counts(trial, EventGroup.of(event));
        if (!counts) {
            String reason =
                    trial.exit() == 0 ? Reasons.of(Missing.NOT_SUPPORTED) : Refusal.ofEvent(trial);
            unavailable.put(Reasons.path(event), reason);
        }
        supported.put(event, counts);
        return counts;
    }

    /** Events that go one by one need not go together; then each counts for itself. */
    private List<EventGroup> whole(List<String> events)
            throws PerfUnavailableException, InterruptedException {
        if (events.isEmpty()) {
            return List.of();
        }
        EventGroup group = new EventGroup(events);
        if (events.size() == 1) {
            return List.of(group);
        }
        Trial trial = trial(List.of("-e", group.toString()));
        if (counts(trial, group)) {
            return List.of(group);
        }
        log.warn("{} does not go together, so there are no ratios of it", group);
        return events.stream().map(EventGroup::of).toList();
    }

    private boolean hasTopDownMetric() throws PerfUnavailableException, InterruptedException {
        Trial trial = trial(List.of("-M", TOP_DOWN));
        boolean there =
                trial.exit() == 0
                        && trial.lines().stream()
                                .map(parser::parse)
                                .anyMatch(l -> l instanceof Data d && d.topDown() != null);
        if (!there) {
            unavailable.put("counters." + TOP_DOWN, Refusal.ofEvent(trial));
        }
        return there;
    }

    /** On a hybrid CPU one of the PMUs is enough. */
    private boolean counts(Trial trial, EventGroup group) {
        EventPlan plan = new EventPlan(List.of(group), false);
        Set<String> there = new HashSet<>();
        for (String line : trial.lines()) {
            if (parser.parse(line) instanceof Data data
                    && data.reading() != null
                    && data.reading().value() != Missing.NOT_SUPPORTED) {
                String asked = plan.askedFor(data.reading().event());
                there.add(asked == null ? "" : asked);
            }
        }
        return trial.exit() == 0 && there.containsAll(group.events());
    }

    private Trial trial(List<String> what) throws PerfUnavailableException, InterruptedException {
        List<String> options = new ArrayList<>(format(json));
        options.addAll(what);
        try {
            return Trial.run(perf, options);
        } catch (IOException e) {
            throw new PerfUnavailableException(
                    "perf is not here: " + perf.program() + " cannot be started");
        }
    }

    static List<String> format(boolean json) {
        return json ? List.of("-j") : List.of("-x", String.valueOf(Perf.SEPARATOR));
    }
}
