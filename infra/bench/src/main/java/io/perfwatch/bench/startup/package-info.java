/** From {@code ./perfwatch up} to the first live chart, and what all of it weighs then. */
@NullMarked
package io.perfwatch.bench.startup;

import org.jspecify.annotations.NullMarked;
