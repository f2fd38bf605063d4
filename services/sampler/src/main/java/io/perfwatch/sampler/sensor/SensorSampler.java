package io.perfwatch.sampler.sensor;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Sensor;
import io.perfwatch.metric.Sensors;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.NotMeasuredException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sensors} from {@code /sys/class/hwmon}, {@code thermal} and {@code powercap}. */
public final class SensorSampler extends DifferenceSampler<Map<String, Long>> {
    private static final int READINGS_PER_SEARCH = 60;
    private static final String NONE =
            "no hwmon, thermal or powercap device (usual in a virtual machine)";
    private static final String HIDDEN =
            "energy_uj is for root only (run as root, or let the group read it)";

    private final HostRoot root;
    private @Nullable SensorFinder finder;
    private List<SensorFile> sensors = List.of();
    private int readings;

    public SensorSampler(HostRoot root) {
        this.root = root;
    }

    @Override
    public String family() {
        return "sensors";
    }

    @Override
    protected Map<String, Long> read() throws IOException {
        if (finder == null || readings++ % READINGS_PER_SEARCH == 0) {
            sensors.forEach(s -> s.file().close());
            finder = new SensorFinder(root);
            sensors = finder.sensors();
        }
        if (sensors.isEmpty()) {
            throw new NotMeasuredException(hidesPower() ? HIDDEN : NONE);
        }
        Map<String, Long> readings = new LinkedHashMap<>();
        sensors.forEach(s -> readings.put(s.name(), s.read()));
        return readings;
    }

    private boolean hidesPower() {
        SensorFinder known = finder;
        return known != null && known.hasHiddenPower();
    }

    @Override
    protected Sensors compare(
            Map<String, Long> previous, Map<String, Long> current, double seconds) {
        Map<String, Sensor> found = new LinkedHashMap<>();
        for (SensorFile file : sensors) {
            Long now = current.get(file.name());
            Sensor sensor =
                    now == null ? null : file.compare(previous.get(file.name()), now, seconds);
            if (sensor != null) {
                found.put(file.name(), sensor);
            }
        }
        return new Sensors(interval(seconds), found);
    }

    @Override
    protected Map<String, String> unavailable() {
        return hidesPower() ? Map.of("sensors.power", HIDDEN) : Map.of();
    }
}
