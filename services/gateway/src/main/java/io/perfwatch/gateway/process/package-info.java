/** Which processes a host had at some time. */
@NullMarked
package io.perfwatch.gateway.process;

import org.jspecify.annotations.NullMarked;
