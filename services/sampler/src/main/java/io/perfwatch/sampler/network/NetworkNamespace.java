package io.perfwatch.sampler.network;

import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampling.HostRoot;
import java.nio.file.Files;

/** The host's own network, which is that of its first process: a container has another. */
final class NetworkNamespace {
    private final HostRoot root;
    private final String directory;

    NetworkNamespace(HostRoot root) {
        this.root = root;
        this.directory = Files.isReadable(root.proc("1/net/dev")) ? "1/net/" : "net/";
    }

    KernelFile file(String name) {
        return new KernelFile(root.proc(directory + name));
    }
}
