package io.perfwatch.sampler.load;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Load;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampler.source.Rounding;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.NotMeasuredException;
import oshi.hardware.CentralProcessor;
import oshi.software.os.OperatingSystem;

/** {@code load} from OSHI: the averages, and how many threads there are. */
public final class OshiLoadSampler extends DifferenceSampler<OshiLoadSampler.Reading> {
    private final String platform;
    private final CentralProcessor processor;
    private final OperatingSystem operatingSystem;

    record Reading(double one, double five, double fifteen, long threads) {}

    public OshiLoadSampler(Oshi oshi) {
        this.platform = oshi.platformName();
        this.processor = oshi.hardware().getProcessor();
        this.operatingSystem = oshi.operatingSystem();
    }

    @Override
    public String family() {
        return "load";
    }

    @Override
    protected Reading read() throws NotMeasuredException {
        double[] averages = processor.getSystemLoadAverage(3);
        if (averages[0] < 0) {
            throw new NotMeasuredException(platform + " has no load average");
        }
        return new Reading(averages[0], averages[1], averages[2], operatingSystem.getThreadCount());
    }

    @Override
    protected Load compare(Reading previous, Reading current, double seconds) {
        return new Load(
                interval(seconds),
                Rounding.rate(current.one),
                Rounding.rate(current.five),
                Rounding.rate(current.fifteen),
                null,
                current.threads);
    }
}
