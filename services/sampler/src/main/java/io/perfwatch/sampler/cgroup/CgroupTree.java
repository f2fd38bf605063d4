package io.perfwatch.sampler.cgroup;

import io.perfwatch.sampler.source.Directories;
import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.NotMeasuredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups that there are. Walking the directories costs more than reading a number of each, so
 * it is done only when the kernel counts another number of groups, when one has gone, and each
 * minute; and a group without groups, as most are, is not listed.
 */
final class CgroupTree {
    private static final String NO_GROUPS =
            "no control groups below /sys/fs/cgroup (mount them, or give the container the host's)";

    /** Files of a group's directory begin so; what begins otherwise may be a group. */
    private static final List<String> FILES =
            List.of(
                    "cgroup.",
                    "cpu.",
                    "cpuacct.",
                    "cpuset.",
                    "memory.",
                    "io.",
                    "blkio.",
                    "pids.",
                    "hugetlb.",
                    "rdma.",
                    "misc.",
                    "irq.",
                    "dmem.",
                    "net_",
                    "perf_event",
                    "freezer.",
                    "devices.");

    private static final int SCANS_PER_WALK = 12;

    private final CgroupLayout layout;
    private final KernelFile count;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private long counted = -1;
    private int scans;

    /** A group and its first-phase file. */
    static final class Group {
        final String path;
        private final CpuUsage usage;
        long previousNanos = Fields.ABSENT;
        long nanos = Fields.ABSENT;

        Group(String path, CpuUsage usage) {
            this.path = path;
            this.usage = usage;
        }

        /** CPU time since the last scan, 0 if that is not known. */
        double spent() {
            return previousNanos == Fields.ABSENT ? 0 : Math.max(0, nanos - previousNanos);
        }
    }

    CgroupTree(HostRoot root) throws NotMeasuredException {
        this.layout = CgroupLayout.detect(root);
        this.count = new KernelFile(layout.countFile(root));
    }

    static CgroupTree of(HostRoot root) throws IOException {
        if (!Files.isDirectory(root.sys("fs/cgroup"))) {
            throw new NotMeasuredException(NO_GROUPS);
        }
        return new CgroupTree(root);
    }

    CgroupLayout layout() {
        return layout;
    }

    /** First phase: the CPU time of every group. */
    Collection<Group> scan() throws IOException {
        long now = layout.count(count.read());
        if (now != counted || scans++ % SCANS_PER_WALK == 0) {
            walk();
            counted = now;
        }
        if (groups.values().removeIf(g -> !read(g))) {
            counted = -1;
        }
        return groups.values();
    }

    private static boolean read(Group group) {
        group.previousNanos = group.nanos;
        try {
            group.nanos = group.usage.nanos();
            return true;
        } catch (IOException e) {
            group.usage.close();
            return false;
        }
    }

    private void walk() {
        Map<String, Group> before = new HashMap<>(groups);
        groups.clear();
        ArrayDeque<String> open = new ArrayDeque<>(children("/"));
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            Group known = before.remove(path);
            groups.put(path, known != null ? known : new Group(path, layout.usage(path)));
            open.addAll(children(path));
        }
        before.values().forEach(g -> g.usage.close());
    }

    private List<String> children(String path) {
        Path directory = layout.cpuDirectory(path);
        if (Directories.areNoneIn(directory)) {
            return List.of();
        }
        return Directories.names(directory).stream()
                .filter(CgroupTree::mayBeGroup)
                .filter(n -> Files.isDirectory(directory.resolve(n)))
                .map(n -> path.equals("/") ? "/" + n : path + "/" + n)
                .toList();
    }

    private static boolean mayBeGroup(String name) {
        boolean slice = name.endsWith(".slice") || name.endsWith(".service");
        return slice || FILES.stream().noneMatch(name::startsWith);
    }
}
