/** Hosts that somebody deleted. */
@NullMarked
package io.perfwatch.persister.hosts;

import org.jspecify.annotations.NullMarked;
