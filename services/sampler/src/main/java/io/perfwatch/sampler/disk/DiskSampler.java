package io.perfwatch.sampler.disk;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Disk;
import io.perfwatch.metric.Disks;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code disks} from {@code /proc/diskstats}. */
public final class DiskSampler extends DifferenceSampler<Map<String, DiskReading>> {
    private final KernelFile diskstats;
    private final WholeDisks wholeDisks;

    public DiskSampler(HostRoot root) {
        this.diskstats = new KernelFile(root.proc("diskstats"));
        this.wholeDisks = new WholeDisks(root);
    }

    @Override
    public String family() {
        return "disks";
    }

    @Override
    protected Map<String, DiskReading> read() throws IOException {
        return parse(diskstats.read(), wholeDisks);
    }

    static Map<String, DiskReading> parse(Text text, WholeDisks wholeDisks) {
        Map<String, DiskReading> disks = new LinkedHashMap<>();
        while (text.hasMore()) {
            text.skipWords(2);
            String name = text.word();
            if (wholeDisks.contains(name)) {
                disks.put(name, DiskReading.from(text));
            }
            text.nextLine();
        }
        return disks;
    }

    @Override
    protected Disks compare(
            Map<String, DiskReading> previous, Map<String, DiskReading> current, double seconds) {
        return from(previous, current, seconds);
    }

    /** A disk that was not there before has no rates yet. */
    static Disks from(
            Map<String, DiskReading> previous, Map<String, DiskReading> current, double seconds) {
        Map<String, Disk> disks = new LinkedHashMap<>();
        current.forEach((name, now) -> {
            DiskReading before = previous.get(name);
            if (before != null) {
                disks.put(name, now.since(before, seconds));
            }
        });
        return new Disks(interval(seconds), disks);
    }
}
