package io.perfwatch.sampling;

import io.perfwatch.metric.Counters;
import io.perfwatch.metric.Family;
import java.io.IOException;
import java.util.Map;

/** A family without a machine behind it. */
record TestSampler(String family, Source source) implements FamilySampler {
    interface Source {
        Outcome answer(long nanoTime) throws IOException;
    }

    /** Measures nothing but its interval. */
    static FamilySampler named(String family) {
        return new DifferenceSampler<Boolean>() {
            @Override
            public String family() {
                return family;
            }

            @Override
            protected Boolean read() {
                return true;
            }

            @Override
            protected Family compare(Boolean previous, Boolean current, double seconds) {
                return TestSampler.family(seconds);
            }
        };
    }

    static TestSampler answering(String family, Source source) {
        return new TestSampler(family, source);
    }

    static Family family(double seconds) {
        return Counters.of(seconds, Map.of());
    }

    @Override
    public Outcome sample(long nanoTime) throws IOException {
        return source.answer(nanoTime);
    }
}
