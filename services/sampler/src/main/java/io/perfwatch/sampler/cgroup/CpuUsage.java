package io.perfwatch.sampler.cgroup;

import io.perfwatch.sampler.source.KernelFile;
import io.perfwatch.sampler.source.Text;
import java.io.IOException;

/**
 * The CPU time of a group.
 *
 * @param name before the number, empty if there is none
 * @param unitNanos of the number
 */
record CpuUsage(KernelFile file, String name, long unitNanos) {
    long nanos() throws IOException {
        Text text = file.readShort();
        text.skip(name);
        return text.number() * unitNanos;
    }

    void close() {
        file.close();
    }
}
