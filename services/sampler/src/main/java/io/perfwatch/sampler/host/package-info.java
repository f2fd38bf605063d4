/** What the host is, for the inventory. */
@NullMarked
package io.perfwatch.sampler.host;

import org.jspecify.annotations.NullMarked;
