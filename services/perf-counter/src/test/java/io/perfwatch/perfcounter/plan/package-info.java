@NullMarked
package io.perfwatch.perfcounter.plan;

import org.jspecify.annotations.NullMarked;
