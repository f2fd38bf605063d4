/** What PerfWatch costs and how fast it is, measured beside a reference in the same run. */
@NullMarked
package io.perfwatch.bench;

import org.jspecify.annotations.NullMarked;
