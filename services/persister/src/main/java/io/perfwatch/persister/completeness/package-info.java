/** How many events of each run of a probe are stored, so that what is missing is known. */
@NullMarked
package io.perfwatch.persister.completeness;

import org.jspecify.annotations.NullMarked;
