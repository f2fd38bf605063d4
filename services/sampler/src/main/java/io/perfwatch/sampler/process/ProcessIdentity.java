package io.perfwatch.sampler.process;

import org.jspecify.annotations.Nullable;

/**
 * What of a process seldom changes.
 *
 * @param cgroup path, absent if it has none
 * @param commandLine absent if it is not wanted or the process is the kernel's
 */
record ProcessIdentity(
        String name,
        @Nullable String user,
        @Nullable String cgroup,
        @Nullable String commandLine) {}
