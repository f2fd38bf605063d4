/** Block devices. */
@NullMarked
package io.perfwatch.sampler.disk;

import org.jspecify.annotations.NullMarked;
