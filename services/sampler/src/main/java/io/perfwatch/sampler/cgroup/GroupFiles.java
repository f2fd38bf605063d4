package io.perfwatch.sampler.cgroup;

/** Second phase: what is read only of the groups that are shown. */
interface GroupFiles {
    GroupReading read();

    void close();
}
