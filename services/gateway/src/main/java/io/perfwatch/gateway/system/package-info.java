/** How PerfWatch itself is: versions, sizes, how far behind, who listens. */
@NullMarked
package io.perfwatch.gateway.system;

import org.jspecify.annotations.NullMarked;
