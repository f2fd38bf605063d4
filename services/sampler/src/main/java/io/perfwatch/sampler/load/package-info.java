/** How many tasks want a CPU. */
@NullMarked
package io.perfwatch.sampler.load;

import org.jspecify.annotations.NullMarked;
