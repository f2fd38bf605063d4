package io.perfwatch.bench.sampler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sleeping processes and empty control groups, made for a measurement and taken away after it. */
final class Crowd implements AutoCloseable {
    private static final List<Path> GROUP_TREES =
            List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/cpuacct"));

    private final @Nullable Process sleepers;
    private final List<Path> groups = new ArrayList<>();

    /**
     * @throws IOException if they cannot be made: groups need root
     */
    Crowd(int processes, int groupCount) throws IOException {
        this.sleepers = sleepers(processes);
        if (groupCount > 0) {
            Path parent = tree().resolve("perfwatch-bench-" + ProcessHandle.current().pid());
            make(parent);
            for (int i = 0; i < groupCount; i++) {
                make(parent.resolve("group-" + i));
            }
        }
    }

    /** They end with the shell that waits for them, which ends with its input. */
    private static Process sleepers(int count) throws IOException {
        String script =
                "i=0; while [ $i -lt %d ]; do sleep 3600 & i=$((i+1)); done; read end; kill $(jobs -p)"
                        .formatted(count);
        return new ProcessBuilder("bash", "-c", script).start();
    }

    /** Where the sampler looks: the one tree of version 2, or cpuacct of version 1. */
    private static Path tree() throws IOException {
        return GROUP_TREES.stream()
                .filter(t ->
                        Files.exists(t.resolve("cgroup.controllers"))
                                || Files.exists(t.resolve("cpuacct.usage")))
                .findFirst()
                .orElseThrow(() -> new IOException("no control groups here: --groups 0"));
    }

    private void make(Path group) throws IOException {
        Files.createDirectory(group);
        groups.addFirst(group);
    }

    @Override
    public void close() throws IOException {
        if (sleepers != null) {
            sleepers.getOutputStream().close();
        }
        for (Path group : groups) {
            Files.deleteIfExists(group);
        }
    }
}
