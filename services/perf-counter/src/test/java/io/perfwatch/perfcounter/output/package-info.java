@NullMarked
package io.perfwatch.perfcounter.output;

import org.jspecify.annotations.NullMarked;
