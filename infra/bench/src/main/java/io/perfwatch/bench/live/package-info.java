/** How soon and how cheaply events reach those who look. */
@NullMarked
package io.perfwatch.bench.live;

import org.jspecify.annotations.NullMarked;
