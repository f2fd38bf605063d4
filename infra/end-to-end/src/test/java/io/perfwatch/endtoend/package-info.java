/** PerfWatch as those who run and use it see it. */
@NullMarked
package io.perfwatch.endtoend;

import org.jspecify.annotations.NullMarked;
