/** Tests. */
@NullMarked
package io.perfwatch.sampler.cgroup;

import org.jspecify.annotations.NullMarked;
