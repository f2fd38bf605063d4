package io.perfwatch.sampler.filesystem;

import static io.perfwatch.sampler.source.Rounding.interval;

import io.perfwatch.metric.Filesystem;
import io.perfwatch.metric.Filesystems;
import io.perfwatch.metric.MetricPath;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Rounding;
import io.perfwatch.sampling.DifferenceSampler;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code filesystems}: the host's mounts, each asked with a time limit. */
public final class FilesystemSampler
        extends DifferenceSampler<Map<Mount, PatientSpaceSource.Answer>> {
    private final HostRoot root;
    private final KernelFile mounts;
    private final PatientSpaceSource spaces;
    private final Map<String, String> unavailable = new TreeMap<>();

    public FilesystemSampler(HostRoot root) {
        this(root, new StatVfs(), Duration.ofMillis(100));
    }

    FilesystemSampler(HostRoot root, SpaceSource source, Duration patience) {
        this.root = root;
        this.mounts = new KernelFile(mountsOf(root));
        this.spaces = new PatientSpaceSource(source, patience);
    }

    /** Those of the first process: a container has others. */
    private static Path mountsOf(HostRoot root) {
        Path first = root.proc("1/mounts");
        return Files.isReadable(first) ? first : root.proc("self/mounts");
    }

    @Override
    public String family() {
        return "filesystems";
    }

    @Override
    protected Map<Mount, PatientSpaceSource.Answer> read() throws IOException {
        List<Mount> found = Mount.parse(mounts.read());
        Map<Mount, PatientSpaceSource.Answer> answers = new LinkedHashMap<>();
        for (Mount mount : found) {
            answers.put(mount, spaces.ask(root.file(mount.point())));
        }
        spaces.forgetAllBut(found.stream().map(m -> root.file(m.point())).toList());
        return answers;
    }

    @Override
    protected Filesystems compare(
            Map<Mount, PatientSpaceSource.Answer> previous,
            Map<Mount, PatientSpaceSource.Answer> current,
            double seconds) {
        Map<String, Filesystem> filesystems = new LinkedHashMap<>();
        unavailable.clear();
        current.forEach((mount, answer) -> {
            switch (answer) {
                case PatientSpaceSource.Answer.Known(Space space) ->
                        filesystems.put(mount.point(), from(mount, space));
                case PatientSpaceSource.Answer.Unknown(String reason) ->
                        unavailable.put(
                                "filesystems[" + MetricPath.escapeKey(mount.point()) + "]", reason);
            }
        });
        return new Filesystems(interval(seconds), filesystems);
    }

    @Override
    protected Map<String, String> unavailable() {
        return unavailable;
    }

    static Filesystem from(Mount mount, Space space) {
        long used = space.sizeBytes() - space.freeBytes();
        Long inodes = space.inodes();
        Long freeInodes = space.freeInodes();
        return new Filesystem(
                mount.type(),
                mount.device(),
                mount.readOnly(),
                space.sizeBytes(),
                used,
                space.availableBytes(),
                Rounding.ratio(used, used + space.availableBytes()),
                inodes,
                inodes == null || freeInodes == null ? null : inodes - freeInodes);
    }
}
