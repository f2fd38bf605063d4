@NullMarked
package io.perfwatch.perfcounter;

import org.jspecify.annotations.NullMarked;
