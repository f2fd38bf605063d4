/** Tests of what the probes share. */
@NullMarked
package io.perfwatch.sampling;

import org.jspecify.annotations.NullMarked;
