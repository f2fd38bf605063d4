@NullMarked
package io.perfwatch.perfcounter.child;

import org.jspecify.annotations.NullMarked;
