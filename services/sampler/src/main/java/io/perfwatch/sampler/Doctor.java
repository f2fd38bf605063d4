package io.perfwatch.sampler;

import io.perfwatch.sampling.FamilySampler;
import io.perfwatch.sampling.FamilySchedule;
import io.perfwatch.sampling.NotMeasuredException;
import io.perfwatch.sampling.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Tries each family once and says what came of it, a line each. */
final class Doctor {
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final SamplerProperties properties;
    private final PrintStream out;

    Doctor(SamplerProperties properties, PrintStream out) {
        this.properties = properties;
        this.out = out;
    }

    /**
     * @return exit code: 0, or 1 if a family failed that should have worked
     */
    int examine() throws InterruptedException {
        int worst = 0;
        for (FamilySchedule schedule : Families.schedules(properties)) {
            Outcome outcome = attempt(schedule.sampler());
            if (outcome instanceof Outcome.Primed) {
                Thread.sleep(BETWEEN);
                outcome = attempt(schedule.sampler());
            }
            worst = Math.max(worst, tell(schedule.sampler().family(), outcome));
        }
        properties.disabledFamilies().forEach(f -> line(f, "disabled by the configuration"));
        return worst;
    }

    private static Outcome attempt(FamilySampler sampler) {
        try {
            return sampler.sample(System.nanoTime());
        } catch (NotMeasuredException e) {
            return new Outcome.NoData(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | LinkageError e) {
            return new Outcome.Failed(new IOException(e));
        }
    }

    private int tell(String family, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sampled(var _, Map<String, String> parts) -> {
                line(family, "measured");
                new TreeMap<>(parts)
                        .forEach((part, why) -> line("", "without " + part + ": " + why));
            }
            case Outcome.NoData(String reason) -> line(family, "not measured: " + reason);
            case Outcome.Failed(Exception cause) -> {
                line(family, "failed: " + cause.getMessage());
                return 1;
            }
            case Outcome.Primed _, Outcome.Hanging _ -> line(family, "no answer");
        }
        return 0;
    }

    private void line(String family, String what) {
        out.printf("%-13s %s%n", family, what);
    }
}
