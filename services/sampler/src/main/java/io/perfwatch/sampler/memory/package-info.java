/** Where the memory is. */
@NullMarked
package io.perfwatch.sampler.memory;

import org.jspecify.annotations.NullMarked;
