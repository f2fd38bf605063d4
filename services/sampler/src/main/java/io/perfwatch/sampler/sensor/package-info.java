/** Temperatures, fans, power. */
@NullMarked
package io.perfwatch.sampler.sensor;

import org.jspecify.annotations.NullMarked;
