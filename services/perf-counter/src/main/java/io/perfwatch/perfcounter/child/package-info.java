/** The one {@code perf stat}: asked what it can, started, read, watched, started again. */
@NullMarked
package io.perfwatch.perfcounter.child;

import org.jspecify.annotations.NullMarked;
