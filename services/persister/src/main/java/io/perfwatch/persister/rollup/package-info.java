/** From samples to minutes to hours. */
@NullMarked
package io.perfwatch.persister.rollup;

import org.jspecify.annotations.NullMarked;
