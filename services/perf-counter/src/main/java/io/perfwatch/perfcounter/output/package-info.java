/** What {@code perf stat} prints, line by line, in JSON or CSV. */
@NullMarked
package io.perfwatch.perfcounter.output;

import org.jspecify.annotations.NullMarked;
