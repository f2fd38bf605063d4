package io.perfwatch.sampler.disk;

import io.perfwatch.metric.Disks;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.NotMeasuredException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oshi.hardware.HWDiskStore;

/** {@code disks} from OSHI. */
public final class OshiDiskSampler extends DifferenceSampler<Map<String, DiskReading>> {
    private static final String NONE = "OSHI sees no disk (on Linux it needs libudev)";

    /** The list is made anew only this often: that is the expensive part. */
    private static final int READINGS_PER_LIST = 30;

    private final Oshi oshi;
    private List<HWDiskStore> disks = List.of();
    private int readings;

    public OshiDiskSampler(Oshi oshi) {
        this.oshi = oshi;
    }

    @Override
    public String family() {
        return "disks";
    }

    @Override
    protected Map<String, DiskReading> read() throws NotMeasuredException {
        if (readings++ % READINGS_PER_LIST == 0) {
            disks = oshi.hardware().getDiskStores();
        } else {
            disks.forEach(HWDiskStore::updateAttributes);
        }
        if (disks.isEmpty()) {
            throw new NotMeasuredException(NONE);
        }
        Map<String, DiskReading> found = new LinkedHashMap<>();
        disks.forEach(d -> found.put(name(d), reading(d)));
        return found;
    }

    /** {@code /dev/vda} is vda, {@code \\.\PHYSICALDRIVE0} is PHYSICALDRIVE0. */
    public static String name(HWDiskStore disk) {
        String name = disk.getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** On macOS the time is the sum over all requests, elsewhere that with at least one. */
    private DiskReading reading(HWDiskStore disk) {
        boolean summed = oshi.isMacOs();
        return new DiskReading(
                operations(disk.getReads(), disk.getReadBytes()),
                operations(disk.getWrites(), disk.getWriteBytes()),
                DiskReading.Operations.ABSENT,
                Fields.ABSENT,
                summed ? Fields.ABSENT : disk.getCurrentQueueLength(),
                summed ? Fields.ABSENT : disk.getTransferTime(),
                summed ? disk.getTransferTime() : Fields.ABSENT);
    }

    private static DiskReading.Operations operations(long completed, long bytes) {
        return new DiskReading.Operations(
                completed, Fields.ABSENT, bytes / DiskReading.SECTOR_BYTES, Fields.ABSENT);
    }

    @Override
    protected Disks compare(
            Map<String, DiskReading> previous, Map<String, DiskReading> current, double seconds) {
        return DiskSampler.from(previous, current, seconds);
    }
}
