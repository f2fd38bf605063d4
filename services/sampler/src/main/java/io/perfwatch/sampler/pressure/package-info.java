/** Time lost waiting. */
@NullMarked
package io.perfwatch.sampler.pressure;

import org.jspecify.annotations.NullMarked;
