/** From the lines of one interval to what the event says: rates, quality, ratios. */
@NullMarked
package io.perfwatch.perfcounter.derive;

import org.jspecify.annotations.NullMarked;
