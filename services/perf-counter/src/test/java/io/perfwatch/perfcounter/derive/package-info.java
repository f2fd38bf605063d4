@NullMarked
package io.perfwatch.perfcounter.derive;

import org.jspecify.annotations.NullMarked;
