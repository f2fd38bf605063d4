/** Tests. */
@NullMarked
package io.perfwatch.sampler.source;

import org.jspecify.annotations.NullMarked;
