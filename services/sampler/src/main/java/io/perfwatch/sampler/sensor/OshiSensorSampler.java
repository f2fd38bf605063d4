package io.perfwatch.sampler.sensor;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Sensor;
import io.perfwatch.metric.Sensors;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampler.source.Rounding;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.NotMeasuredException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code sensors} from OSHI: the processor's temperature and the fans. */
public final class OshiSensorSampler extends DifferenceSampler<Map<String, Sensor>> {
    private final Oshi oshi;

    public OshiSensorSampler(Oshi oshi) {
        this.oshi = oshi;
    }

    @Override
    public String family() {
        return "sensors";
    }

    @Override
    protected Map<String, Sensor> read() throws NotMeasuredException {
        Map<String, Sensor> found = new LinkedHashMap<>();
        double celsius = oshi.hardware().getSensors().getCpuTemperature();
        if (celsius > 0) {
            found.put("cpu", new Sensor(Rounding.rate(celsius), null, null, null));
        }
        int[] fans = oshi.hardware().getSensors().getFanSpeeds();
        for (int i = 0; i < fans.length; i++) {
            found.put("fan" + (i + 1), new Sensor(null, null, (double) fans[i], null));
        }
        if (found.isEmpty()) {
            throw new NotMeasuredException(oshi.platformName() + " shows no sensor here");
        }
        return found;
    }

    @Override
    protected Sensors compare(
            Map<String, Sensor> previous, Map<String, Sensor> current, double seconds) {
        return new Sensors(interval(seconds), current);
    }
}
