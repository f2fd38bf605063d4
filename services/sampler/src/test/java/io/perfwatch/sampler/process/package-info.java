/** Tests. */
@NullMarked
package io.perfwatch.sampler.process;

import org.jspecify.annotations.NullMarked;
