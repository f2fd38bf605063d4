/** Tests. */
@NullMarked
package io.perfwatch.sampler.host;

import org.jspecify.annotations.NullMarked;
