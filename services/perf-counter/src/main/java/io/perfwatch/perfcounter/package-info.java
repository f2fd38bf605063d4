/** Counts with {@code perf stat} and publishes {@code perfwatch.counters.v1}. */
@NullMarked
package io.perfwatch.perfcounter;

import org.jspecify.annotations.NullMarked;
