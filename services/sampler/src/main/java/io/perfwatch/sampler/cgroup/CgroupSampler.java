package io.perfwatch.sampler.cgroup;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Cgroup;
import io.perfwatch.metric.Cgroups;
import io.perfwatch.sampler.source.Busiest;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code cgroups}: the CPU time of all, everything else of the busiest only. */
public final class CgroupSampler extends DifferenceSampler<CgroupSampler.Reading> {
    private static final int SCANS_PER_REFRESH = 6;

    private final HostRoot root;
    private final ContainerNames names;
    private final Busiest<CgroupTree.Group> busiest;
    private final Map<String, GroupFiles> files = new HashMap<>();
    private @Nullable CgroupTree tree;
    private int scans;

    /**
     * @param nanosBefore CPU time at the scan before, of each that is shown and was there
     * @param nanos CPU time now
     */
    record Reading(
            int total,
            Map<String, Long> nanosBefore,
            Map<String, Long> nanos,
            Map<String, GroupReading> shown) {}

    public CgroupSampler(HostRoot root, int count) {
        this.root = root;
        this.names = new ContainerNames(root);
        this.busiest = new Busiest<>(count);
    }

    @Override
    public String family() {
        return "cgroups";
    }

    @Override
    protected Reading read() throws IOException {
        CgroupTree known = tree;
        if (known == null) {
            known = CgroupTree.of(root);
            tree = known;
        }
        if (scans++ % SCANS_PER_REFRESH == 0) {
            names.refresh();
        }
        Collection<CgroupTree.Group> groups = known.scan();
        Map<String, Long> nanosBefore = new HashMap<>();
        Map<String, Long> nanos = new HashMap<>();
        Map<String, GroupReading> shown = new LinkedHashMap<>();
        for (CgroupTree.Group group : busiest.of(groups, CgroupTree.Group::spent)) {
            if (group.previousNanos != Fields.ABSENT) {
                nanosBefore.put(group.path, group.previousNanos);
            }
            nanos.put(group.path, group.nanos);
            shown.put(group.path, files(known, group.path).read());
        }
        close(shown);
        return new Reading(groups.size(), nanosBefore, nanos, shown);
    }

    private GroupFiles files(CgroupTree known, String path) {
        return files.computeIfAbsent(path, p -> known.layout().files(p));
    }

    private void close(Map<String, GroupReading> shown) {
        files.entrySet()
                .removeIf(e -> {
                    boolean left = !shown.containsKey(e.getKey());
                    if (left) {
                        e.getValue().close();
                    }
                    return left;
                });
    }

    @Override
    protected Cgroups compare(Reading previous, Reading current, double seconds) {
        Map<String, Cgroup> groups = new LinkedHashMap<>();
        current.shown.forEach((path, now) -> {
            String id = ContainerNames.idOf(path);
            GroupDifference difference =
                    new GroupDifference(
                            previous.shown.get(path),
                            now,
                            current.nanosBefore.get(path),
                            current.nanos.get(path),
                            seconds);
            groups.put(path, difference.toCgroup(id, id == null ? null : names.find(id)));
        });
        return new Cgroups(interval(seconds), (long) current.total, groups);
    }
}
