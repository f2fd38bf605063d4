package io.perfwatch.sampler.host;

import io.perfwatch.sampler.source.Directories;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.HostRoot;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * How the CPUs belong together, for {@code /proc/cpuinfo} that does not say it.
 *
 * @param sockets 0 if unknown
 * @param cores 0 if unknown
 */
record Topology(int sockets, int cores) {
    static Topology of(HostRoot root) {
        Path cpus = root.sys("devices/system/cpu");
        Set<String> sockets = new HashSet<>();
        Set<String> cores = new HashSet<>();
        for (String cpu : Directories.names(cpus)) {
            Path topology = cpus.resolve(cpu).resolve("topology");
            sockets.add(KernelFile.lineOf(topology.resolve("physical_package_id"), "-1"));
            cores.add(KernelFile.lineOf(topology.resolve("thread_siblings_list"), ""));
        }
        // What is offline has no topology, what has none of a socket -1.
        sockets.remove("-1");
        cores.remove("");
        return new Topology(sockets.size(), cores.size());
    }
}
