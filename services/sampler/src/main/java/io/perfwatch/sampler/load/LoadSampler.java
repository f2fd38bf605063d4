package io.perfwatch.sampler.load;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Load;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;

/** {@code load} from {@code /proc/loadavg}. */
public final class LoadSampler extends DifferenceSampler<LoadSampler.Reading> {
    /** {@code 0.50 0.33 0.17 2/345 123}: averages, runnable of all, newest pid. */
    record Reading(double one, double five, double fifteen, long runnable, long threads) {
        static Reading from(Text text) {
            double one = text.decimal();
            double five = text.decimal();
            double fifteen = text.decimal();
            long runnable = text.number();
            text.skip("/");
            return new Reading(one, five, fifteen, runnable, text.number());
        }
    }

    private final KernelFile loadavg;

    public LoadSampler(HostRoot root) {
        this.loadavg = new KernelFile(root.proc("loadavg"));
    }

    @Override
    public String family() {
        return "load";
    }

    @Override
    protected Reading read() throws IOException {
        return Reading.from(loadavg.readShort());
    }

    @Override
    protected Load compare(Reading previous, Reading current, double seconds) {
        return from(current, seconds);
    }

    /** The thread that reads the file is runnable, and counted; nobody wants to see it. */
    static Load from(Reading now, double seconds) {
        return new Load(
                interval(seconds),
                now.one,
                now.five,
                now.fifteen,
                Math.max(0, now.runnable - 1),
                now.threads);
    }
}
