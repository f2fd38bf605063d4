/** Tests of the sampler as a whole. */
@NullMarked
package io.perfwatch.sampler;

import org.jspecify.annotations.NullMarked;
