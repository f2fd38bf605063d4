/** Processes: how many, and the top ones. */
@NullMarked
package io.perfwatch.sampler.process;

import org.jspecify.annotations.NullMarked;
