package io.perfwatch.sampler.host;

import io.perfwatch.metric.HostEvent.Cache;
import io.perfwatch.sampler.source.Directories;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.HostRoot;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The caches of all CPUs; those that share one count it once. */
final class Caches {
    private static final long KIBIBYTE = 1024;

    private record Known(long sizeBytes, Set<String> sharers) {}

    private final TreeMap<String, Known> known = new TreeMap<>();

    static List<Cache> of(HostRoot root) {
        Caches caches = new Caches();
        Path cpus = root.sys("devices/system/cpu");
        for (String cpu : Directories.names(cpus)) {
            if (cpu.startsWith("cpu")) {
                Path directory = cpus.resolve(cpu).resolve("cache");
                Directories.names(directory).stream()
                        .filter(n -> n.startsWith("index"))
                        .forEach(n -> caches.add(directory.resolve(n)));
            }
        }
        return caches.known.entrySet().stream()
                .map(c ->
                        new Cache(c.getKey(), c.getValue().sizeBytes, c.getValue().sharers.size()))
                .toList();
    }

    private void add(Path index) {
        String type =
                switch (KernelFile.lineOf(index.resolve("type"), "")) {
                    case "Data" -> "d";
                    case "Instruction" -> "i";
                    default -> "";
                };
        long kibibytes = KernelFile.numberOf(index.resolve("size"), 0);
        if (kibibytes > 0) {
            String name = "L" + KernelFile.lineOf(index.resolve("level"), "") + type;
            known.computeIfAbsent(name, _ -> new Known(kibibytes * KIBIBYTE, new HashSet<>()))
                    .sharers
                    .add(KernelFile.lineOf(index.resolve("shared_cpu_list"), ""));
        }
    }
}
