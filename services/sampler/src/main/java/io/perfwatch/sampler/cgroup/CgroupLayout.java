package io.perfwatch.sampler.cgroup;

import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.HostRoot;
import io.perfwatch.sampling.NotMeasuredException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the files of a group are: version 2 has one tree, version 1 one a controller. */
sealed interface CgroupLayout {
    String NO_CPU =
            "control groups count no CPU time here (needs cgroup v2, or the cpuacct controller)";

    /** The directory in which the groups of the CPU controller are found. */
    Path cpuDirectory(String group);

    CpuUsage usage(String group);

    /** A file whose number changes when groups come and go. */
    Path countFile(HostRoot root);

    long count(Text text);

    GroupFiles files(String group);

    static CgroupLayout detect(HostRoot root) throws NotMeasuredException {
        Path mount = root.sys("fs/cgroup");
        if (Files.exists(mount.resolve("cgroup.controllers"))) {
            return new Version2(mount);
        }
        for (String name : List.of("cpu,cpuacct", "cpuacct,cpu", "cpuacct")) {
            if (Files.exists(mount.resolve(name).resolve("cpuacct.usage"))) {
                return new Version1(mount, mount.resolve(name));
            }
        }
        throw new NotMeasuredException(NO_CPU);
    }

    private static Path below(Path mount, String group) {
        return mount.resolve(group.substring(1));
    }

    /** One tree for all controllers. */
    record Version2(Path mount) implements CgroupLayout {
        private static final Fields DESCENDANTS = new Fields(List.of("nr_descendants"));

        @Override
        public Path cpuDirectory(String group) {
            return below(mount, group);
        }

        @Override
        public CpuUsage usage(String group) {
            KernelFile file = new KernelFile(cpuDirectory(group).resolve("cpu.stat"));
            return new CpuUsage(file, "usage_usec", 1_000);
        }

        @Override
        public Path countFile(HostRoot root) {
            return mount.resolve("cgroup.stat");
        }

        @Override
        public long count(Text text) {
            return DESCENDANTS.read(text).get(0);
        }

        @Override
        public GroupFiles files(String group) {
            return new GroupFilesV2(cpuDirectory(group));
        }
    }

    /** A tree for each controller. */
    record Version1(Path mount, Path cpuacct) implements CgroupLayout {
        @Override
        public Path cpuDirectory(String group) {
            return below(cpuacct, group);
        }

        @Override
        public CpuUsage usage(String group) {
            return new CpuUsage(
                    new KernelFile(cpuDirectory(group).resolve("cpuacct.usage")), "", 1);
        }

        @Override
        public Path countFile(HostRoot root) {
            return root.proc("cgroups");
        }

        /** {@code cpuacct 2 17 1}: controller, hierarchy, groups, enabled. */
        @Override
        public long count(Text text) {
            while (text.hasMore()) {
                if (text.skip("cpuacct")) {
                    text.skipWord();
                    return text.number();
                }
                text.nextLine();
            }
            return -1;
        }

        @Override
        public GroupFiles files(String group) {
            Path cpu = Files.isDirectory(mount.resolve("cpu")) ? mount.resolve("cpu") : cpuacct;
            return new GroupFilesV1(
                    below(cpuacct, group),
                    below(cpu, group),
                    below(mount.resolve("memory"), group),
                    below(mount.resolve("blkio"), group),
                    below(mount.resolve("pids"), group));
        }
    }
}
