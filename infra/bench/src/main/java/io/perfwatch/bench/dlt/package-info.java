/** {@code ./perfwatch dlt}: what could not be stored, and another try for it. */
@NullMarked
package io.perfwatch.bench.dlt;

import org.jspecify.annotations.NullMarked;
