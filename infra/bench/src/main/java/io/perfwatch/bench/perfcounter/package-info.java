/** What the perf-counter and its perf cost. */
@NullMarked
package io.perfwatch.bench.perfcounter;

import org.jspecify.annotations.NullMarked;
