package io.perfwatch.sampler.filesystem;

import org.jspecify.annotations.Nullable;

/**
 * What statvfs(3) says.
 *
 * @param freeBytes for root
 * @param availableBytes for everybody else
 * @param inodes absent where there is no limit
 */
record Space(
        long sizeBytes,
        long freeBytes,
        long availableBytes,
        @Nullable Long inodes,
        @Nullable Long freeInodes) {}
