/** Which events are asked for, in which groups. */
@NullMarked
package io.perfwatch.perfcounter.plan;

import org.jspecify.annotations.NullMarked;
