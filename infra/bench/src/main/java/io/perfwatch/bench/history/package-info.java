/** How long a chart waits for its past, beside a Prometheus that holds the same series. */
@NullMarked
package io.perfwatch.bench.history;

import org.jspecify.annotations.NullMarked;
