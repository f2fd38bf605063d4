/** The busiest control groups. */
@NullMarked
package io.perfwatch.sampler.cgroup;

import org.jspecify.annotations.NullMarked;
