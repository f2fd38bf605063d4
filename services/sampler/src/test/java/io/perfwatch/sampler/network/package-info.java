/** Tests of the network families. */
@NullMarked
package io.perfwatch.sampler.network;

import org.jspecify.annotations.NullMarked;
