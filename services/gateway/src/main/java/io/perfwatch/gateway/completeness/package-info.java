/** How much of what hosts sent is kept. */
@NullMarked
package io.perfwatch.gateway.completeness;

import org.jspecify.annotations.NullMarked;
