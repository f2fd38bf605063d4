package io.perfwatch.sampler.process;

import io.perfwatch.sampler.source.Fields;
import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Numbers;
import io.perfwatch.sampler.source.Text;
import io.perfwatch.sampling.HostRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Second phase: what is read only of the processes that are shown. */
final class ProcessDetails {
    private static final Fields IO = new Fields(List.of("read_bytes", "write_bytes"));

    private final HostRoot root;
    private final UserNames users;
    private final CommandLines commandLines;

    ProcessDetails(HostRoot root, CommandLines commandLines) {
        this.root = root;
        this.users = new UserNames(root);
        this.commandLines = commandLines;
    }

    void refreshUsers() {
        users.refresh();
    }

    /** A process may become another program, which its name tells; what is known is kept else. */
    @Nullable ProcessIdentity identify(Task task) {
        String name = read(task, "comm");
        ProcessIdentity known = task.identity;
        if (name == null || (known != null && known.name().equals(name.strip()))) {
            return known;
        }
        ProcessIdentity found =
                new ProcessIdentity(name.strip(), user(task), cgroup(task), commandLine(task));
        task.identity = found;
        return found;
    }

    /** Bytes read and written; both absent if that is not ours to see. */
    Numbers io(Task task) {
        KernelFile file = new KernelFile(path(task, "io"));
        try {
            return IO.read(file.readShort());
        } catch (IOException e) {
            return Numbers.absent(2);
        } finally {
            file.close();
        }
    }

    private Path path(Task task, String file) {
        return root.proc(task.pid + "/" + file);
    }

    private @Nullable String read(Task task, String file) {
        KernelFile kernelFile = new KernelFile(path(task, file));
        try {
            return kernelFile.read().toString();
        } catch (IOException e) {
            return null;
        } finally {
            kernelFile.close();
        }
    }

    /** {@code Uid: real effective saved filesystem}. */
    private @Nullable String user(Task task) {
        String status = read(task, "status");
        if (status == null) {
            return null;
        }
        Text text = Text.of(status);
        while (text.hasMore()) {
            if (text.skip("Uid:")) {
                text.skipWord();
                return users.of(text.word());
            }
            text.nextLine();
        }
        return null;
    }

    /** The line of version 2, {@code 0::/path}, else the longest path of version 1. */
    private @Nullable String cgroup(Task task) {
        String text = read(task, "cgroup");
        return text == null ? null : cgroupOf(text);
    }

    static @Nullable String cgroupOf(String text) {
        String longest = null;
        for (String line : text.lines().toList()) {
            String path = line.substring(line.indexOf(':', line.indexOf(':') + 1) + 1);
            if (longest == null || path.length() > longest.length()) {
                longest = path;
            }
        }
        return longest;
    }

    private @Nullable String commandLine(Task task) {
        if (commandLines == CommandLines.NONE) {
            return null;
        }
        String arguments = read(task, "cmdline");
        return arguments == null || arguments.isEmpty()
                ? null
                : CommandLine.of(arguments, commandLines == CommandLines.REDACTED);
    }
}
