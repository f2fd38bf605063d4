package io.perfwatch.sampler.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perfwatch.sampling.HostRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A mount that answers nothing, as one of a server that is gone: FUSE, and nobody serves it. It is
 * in a mount namespace of its own, so that no other program of this machine hangs in it.
 */
final class DeadMount implements AutoCloseable {
    private static final String SCRIPT =
            """
            exec 5<>/dev/fuse &&
            mount -i -t fuse -o fd=5,rootmode=40000,user_id=0,group_id=0 gone:/export "$1" &&
            echo mounted && read line && exec 5<&- && echo refused && read line
            """;

    private final Process process;
    private final BufferedReader said;
    private final long inside;

    /**
     * @throws TestAbortedException where mounting is not allowed
     */
    DeadMount(Path point) throws IOException {
        String unshare = "unshare --mount --pid --fork --kill-child --mount-proc bash -c";
        ProcessBuilder builder = new ProcessBuilder(unshare.split(" ", -1));
        builder.command().addAll(List.of(SCRIPT, "bash", point.toString()));
        process = builder.redirectErrorStream(true).start();
        said = process.inputReader(UTF_8);
        String first = said.readLine();
        if (!"mounted".equals(first)) {
            process.destroyForcibly();
            throw new TestAbortedException("no FUSE mount here: " + first);
        }
        inside = process.children().findFirst().orElseThrow().pid();
    }

    /** The host that has the mount, as a container would be given it below {@code directory}. */
    HostRoot hostRoot(Path directory) throws IOException {
        Path root = Path.of("/proc", Long.toString(inside), "root");
        Files.createSymbolicLink(directory.resolve("root"), root);
        Files.createSymbolicLink(directory.resolve("proc"), root.resolve("proc"));
        return new HostRoot(directory);
    }

    /** Who hangs in it gets an error now, and so does who asks from now on. */
    void refuse() throws IOException {
        process.outputWriter(UTF_8).append('\n').flush();
        if (!"refused".equals(said.readLine())) {
            throw new IOException("the mount is still there");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
