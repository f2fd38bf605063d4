/** Mounted file systems. */
@NullMarked
package io.perfwatch.sampler.filesystem;

import org.jspecify.annotations.NullMarked;
