package io.perfwatch.sampler.filesystem;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Filesystem;
import io.perfwatch.metric.Filesystems;
import io.perfwatch.sampler.source.Oshi;
import io.perfwatch.sampling.DifferenceSampler;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oshi.software.os.OSFileStore;
import oshi.software.os.OperatingSystem;

/** {@code filesystems} from OSHI: the local ones, since it asks a dead server without a limit. */
public final class OshiFilesystemSampler extends DifferenceSampler<List<OSFileStore>> {
    private final OperatingSystem operatingSystem;

    public OshiFilesystemSampler(Oshi oshi) {
        this.operatingSystem = oshi.operatingSystem();
    }

    @Override
    public String family() {
        return "filesystems";
    }

    @Override
    protected List<OSFileStore> read() {
        return operatingSystem.getFileSystem().getFileStores(true);
    }

    @Override
    protected Filesystems compare(
            List<OSFileStore> previous, List<OSFileStore> current, double seconds) {
        Map<String, Filesystem> filesystems = new LinkedHashMap<>();
        for (OSFileStore store : current) {
            Mount mount =
                    new Mount(store.getVolume(), store.getMount(), store.getType(), isRead(store));
            filesystems.put(mount.point(), FilesystemSampler.from(mount, space(store)));
        }
        return new Filesystems(interval(seconds), filesystems);
    }

    private static boolean isRead(OSFileStore store) {
        return Arrays.asList(store.getOptions().split(",", -1)).contains("ro");
    }

    private static Space space(OSFileStore store) {
        boolean limited = store.getTotalInodes() > 0;
        return new Space(
                store.getTotalSpace(),
                store.getFreeSpace(),
                store.getUsableSpace(),
                limited ? store.getTotalInodes() : null,
                limited ? store.getFreeInodes() : null);
    }
}
