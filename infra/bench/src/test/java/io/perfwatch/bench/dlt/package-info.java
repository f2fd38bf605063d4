@NullMarked
package io.perfwatch.bench.dlt;

import org.jspecify.annotations.NullMarked;
